package org.ketaminecontent.search;

import java.time.Instant;
import java.util.List;
import org.ketaminecontent.http.Rfc3339;
import org.ketaminecontent.search.KnowledgeRequest.Read;

/** A knowledge response (HL7): an Atom feed (RFC 4287) without extensions. */
record KnowledgeFeed(
        String language,
        String title,
        String subtitle,
        Instant updated,
        List<Read> categories,
        String id,
        String self,
        List<Item> entries) {

    /** The time of the latest change (RFC 3339). */
    public String updatedText() {
        return Rfc3339.text(updated);
    }

    /** A document that answers the request. */
    record Item(String title, String href, String id, Instant updated, String summary) {

        /** The time of the document's latest change (RFC 3339). */
        public String updatedText() {
            return Rfc3339.text(updated);
        }
    }
}
