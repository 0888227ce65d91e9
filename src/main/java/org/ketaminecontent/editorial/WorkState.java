package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** The state of the newest version of a document, with the steps that lead on from it. */
public enum WorkState {
    DRAFT(Step.EDIT, Step.SUBMIT),
    IN_REVIEW(Step.EDIT, Step.APPROVE, Step.REJECT),
    APPROVED(Step.EDIT, Step.REJECT, Step.PUBLISH, Step.SCHEDULE),
    /** Approved, and to be published by itself. */
    SCHEDULED(Step.PUBLISH, Step.UNSCHEDULE),
    PUBLISHED(Step.EDIT, Step.SUBMIT),
    WITHDRAWN(Step.EDIT);

    private final List<Step> steps;

    WorkState(Step... steps) {
        this.steps = List.of(steps);
    }

    /** The steps that are possible with a document in this state, each once. */
    List<Step> steps(boolean isLive, boolean isWithdrawalScheduled) {
        var possible = new LinkedHashSet<>(steps);
        if (isLive) {
            possible.add(Step.WITHDRAW);
            possible.add(Step.SCHEDULE);
            if (isWithdrawalScheduled) {
                possible.add(Step.UNSCHEDULE);
            }
        }
        return List.copyOf(possible);
    }

    /** The name on the wire, such as {@code in-review}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
