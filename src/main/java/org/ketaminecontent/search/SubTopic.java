package org.ketaminecontent.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketaminecontent.content.Theme;

/** The subtopics of a knowledge request as MeSH names them, with the content that covers them. */
enum SubTopic {
    ADVERSE_EFFECTS("Q000009", "side effects", List.of("side-effects", "topics", "faqs"), List.of()),
    THERAPY(
            "Q000628",
            "does it work for everyone",
            List.of("conditions", "topics", "faqs"),
            List.of(Theme.BENEFITS_AND_LIMITS, Theme.HAVING_TREATMENT)),
    ADMINISTRATION_AND_DOSAGE(
            "Q000008", "dose and session", List.of("topics", "faqs"), List.of(Theme.HAVING_TREATMENT, Theme.BASICS)),
    CONTRAINDICATIONS(
            "Q000744",
            "contraindications, who should not have it",
            List.of("topics", "faqs"),
            List.of(Theme.WHO_IT_IS_FOR, Theme.SAFETY)),
    DRUG_INTERACTIONS("D004347", "drug interactions with other medicines", List.of("topics", "faqs"), List.of());

    final String code;
    final String words;
    final List<String> collections;
    final List<Theme> themes;

    SubTopic(String code, String words, List<String> collections, List<Theme> themes) {
        this.code = code;
        this.words = words;
        this.collections = collections;
        this.themes = themes;
    }

    static Optional<SubTopic> of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
