package org.ketaminecontent.editorial;

import io.smallrye.config.ConfigMapping;

/** Settings for documents whose review is overdue. */
@ConfigMapping(prefix = "ketamine-content.reviews")
interface ReviewsConfig {

    Overdue overdue();

    /** The number of days for which an overdue review is waited for before a document is withheld. */
    int graceDays();

    /** The treatment of an overdue document. */
    enum Overdue {
        /** Readers go on seeing it, and are told. */
        FLAG,
        /** It is taken back, unless others point to it. */
        WITHHOLD
    }
}
