package org.ketaminecontent.studio;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.editorial.Drafts;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.PreviewRequest;
import org.ketaminecontent.editorial.Previews;
import org.ketaminecontent.editorial.PublishRequest;
import org.ketaminecontent.editorial.RejectRequest;
import org.ketaminecontent.editorial.Releases;
import org.ketaminecontent.editorial.Reviews;
import org.ketaminecontent.editorial.ScheduleRequest;
import org.ketaminecontent.editorial.Schedules;
import org.ketaminecontent.editorial.SignOff;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.Work;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.RequestFacts;

/** Takes the steps that buttons on the page of a document ask for. */
@ApplicationScoped
class StudioSteps {

    static final String PREVIEW = "preview";
    static final String RESTORE = "restore-";

    /** The right that each step takes. */
    private static final Map<Step, Right> RIGHTS = Map.of(
            Step.EDIT, Right.WRITE,
            Step.SUBMIT, Right.WRITE,
            Step.APPROVE, Right.REVIEW,
            Step.REJECT, Right.REVIEW,
            Step.PUBLISH, Right.PUBLISH,
            Step.SCHEDULE, Right.PUBLISH,
            Step.UNSCHEDULE, Right.PUBLISH,
            Step.WITHDRAW, Right.PUBLISH);

    /** The words of those buttons that do not bear their step's name. */
    private static final Map<String, String> WORDS = Map.of(
            "submit",
            "Submit for review",
            PREVIEW,
            "See it as readers will",
            "schedule",
            "Schedule it for this time",
            "unschedule",
            "Cancel the schedule");

    private final Drafts drafts;
    private final Reviews reviews;
    private final Releases releases;
    private final Schedules schedules;
    private final Previews previews;
    private final WorkReader documents;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    StudioSteps(
            Drafts drafts,
            Reviews reviews,
            Releases releases,
            Schedules schedules,
            Previews previews,
            WorkReader documents,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.releases = releases;
        this.schedules = schedules;
        this.previews = previews;
        this.documents = documents;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    /** The steps that lead on from where a document is and that an actor may take, by their names on the wire. */
    static List<String> allowed(Actor actor, EditorialDocument document) {
        return document.allowed().stream()
                .filter(step -> actor.may(Objects.requireNonNull(RIGHTS.get(step))))
                .map(Step::text)
                .toList();
    }

    static Optional<Step> known(String step) {
        return Stream.of(Step.values()).filter(each -> each.text().equals(step)).findFirst();
    }

    /** The words of the button for a step. */
    static String words(String step) {
        return WORDS.getOrDefault(step, DocumentForm.label(step.replace('-', ' ')));
    }

    /** Takes the step that the form asks for, with all that the step needs. */
    Response take(Actor actor, EditTarget place, SubmittedForm sent, String done, RoutingContext context) {
        var step = sent.step();
        if (step.equals(PREVIEW)) {
            var document = documents.read(place.collection(), place.name(), facts.base(context));
            return preview(actor, place, document.revision(), context);
        }
        if (step.matches(RESTORE + "[1-9]\\d{0,8}")) {
            authorization.require(Right.WRITE, actor, context);
            var number = Integer.parseInt(step.substring(RESTORE.length()));
            return shown(drafts.restore(actor, place.target(), number), done, context);
        }
        var known = known(step).orElseThrow(() -> new Failure(ErrorCode.INVALID_VALUE, "There is no such step."));
        authorization.require(Objects.requireNonNull(RIGHTS.get(known)), actor, context);
        return known == Step.WITHDRAW
                ? pages.seeOther(
                        StudioPages.STUDIO + "/" + place.collection() + "/" + place.name() + "/withdraw", context)
                : shown(take(actor, place, sent, known), done, context);
    }

    private Work take(Actor actor, EditTarget place, SubmittedForm sent, Step step) {
        return switch (step) {
            case SUBMIT -> reviews.submit(actor, place.target());
            case APPROVE ->
                reviews.approve(actor, place.target(), new SignOff(FormTimes.day(sent, "nextReviewDue"), null));
            case REJECT -> reviews.reject(actor, place.target(), new RejectRequest(sent.text("reason")));
            case PUBLISH -> releases.publish(actor, place.target(), publishing(sent));
            case SCHEDULE ->
                schedules.schedule(
                        actor,
                        place.target(),
                        new ScheduleRequest(FormTimes.requiredTime(sent, "publishAt"), null, null, null));
            case UNSCHEDULE -> schedules.unschedule(actor, place.target());
            case EDIT, WITHDRAW -> throw new Failure(ErrorCode.INVALID_VALUE, "There is no such step.");
        };
    }

    /** A publication, which is a correction once any of its fields is filled in. */
    private static PublishRequest publishing(SubmittedForm sent) {
        var wasWrong = sent.text("wasWrong").strip();
        var isRight = sent.text("isRight").strip();
        var severity = sent.text("severity");
        if ((severity + wasWrong + isRight).isEmpty()) {
            return new PublishRequest(null);
        }
        var chosen = Stream.of(CorrectionSeverity.values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(severity))
                .findFirst()
                .orElseThrow(() -> JsonBodyReader.invalid(
                        List.of(JsonBodyReader.detail("/correction/severity", "has to be chosen"))));
        return new PublishRequest(new PublishRequest.Fix(chosen, wasWrong, isRight));
    }

    /** Leads to the page that readers will see. */
    Response preview(Actor actor, EditTarget place, int revision, RoutingContext context) {
        var version = documents.version(place.collection(), place.name(), revision);
        var preview = previews.make(
                actor, place.collection(), place.name(), new PreviewRequest(revision, 1), facts.base(context));
        return pages.seeOther("/" + place.collection() + "/" + version.slug() + "?preview=" + preview.token(), context);
    }

    /** Leads to the page of a document by its id: its name may have changed just now. */
    Response shown(Work work, String done, RoutingContext context) {
        return pages.seeOther(StudioPages.STUDIO + "/" + work.collection + "/" + work.id + "?done=" + done, context);
    }

    /** The same. */
    Response shown(EditorialDocument document, String done, RoutingContext context) {
        return pages.seeOther(
                StudioPages.STUDIO + "/" + document.type() + "/" + document.id() + "?done=" + done, context);
    }
}
