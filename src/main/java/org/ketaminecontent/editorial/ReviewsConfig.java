package org.ketaminecontent.editorial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What becomes of documents whose review is overdue. */
@ConfigMapping(prefix = "ketamine-content.reviews")
interface ReviewsConfig {

    @WithDefault("flag")
    Overdue overdue();

    /** How many days after its day a review is waited for before a document is withheld. */
    @WithDefault("30")
    int graceDays();

    /** What becomes of a document. */
    enum Overdue {
        /** Readers go on seeing it, and are told. */
        FLAG,
        /** It is taken back, unless others point to it. */
        WITHHOLD
    }
}
