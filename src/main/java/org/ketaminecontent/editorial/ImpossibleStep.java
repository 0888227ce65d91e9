package org.ketaminecontent.editorial;

import java.util.List;
import java.util.Map;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** A step that does not lead on from where a document is. */
class ImpossibleStep extends Failure {

    private static final long serialVersionUID = 1;

    ImpossibleStep(Work work, Step step) {
        super(
                ErrorCode.IMPOSSIBLE_STEP,
                "'" + step.text() + "' is not possible: the document is " + work.state.text() + ".",
                List.of(),
                Map.of("state", work.state.text(), "allowed", work.allowed()));
    }
}
