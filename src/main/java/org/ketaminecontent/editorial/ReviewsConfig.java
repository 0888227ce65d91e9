package org.ketaminecontent.editorial;

import io.smallrye.config.ConfigMapping;

/** What becomes of documents whose review is overdue. */
@ConfigMapping(prefix = "ketamine-content.reviews")
interface ReviewsConfig {

    Overdue overdue();

    /** How many days after its day a review is waited for before a document is withheld. */
    int graceDays();

    /** What becomes of a document. */
    enum Overdue {
        /** Readers go on seeing it, and are told. */
        FLAG,
        /** It is taken back, unless others point to it. */
        WITHHOLD
    }
}
