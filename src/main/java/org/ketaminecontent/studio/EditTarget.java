package org.ketaminecontent.studio;

import org.ketaminecontent.editorial.StepTarget;

/**
 * A document as a page of the studio names it.
 *
 * @param name its slug or UUID
 * @param etag of the version that the page showed; empty where the form sent none
 */
record EditTarget(String collection, String name, String etag) {

    /** @throws org.ketaminecontent.http.Failure where the form sent no tag, or one that is none */
    StepTarget target() {
        return StepTarget.of(collection, name, etag);
    }
}
