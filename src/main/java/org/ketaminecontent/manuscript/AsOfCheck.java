package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks that dated statements were reviewed within a year. */
final class AsOfCheck {

    private static final int MOST_MONTHS = 12;

    private AsOfCheck() {}

    /**
     * A warning for each {@code asOf} that is too old today. It prevents nothing, so this machine's clock is good
     * enough.
     */
    static List<Finding> findings(Manuscript manuscript, LocalDate today) {
        var oldest = today.minusMonths(MOST_MONTHS);
        var findings = new ArrayList<Finding>();
        walk(AuthoredJson.tree(manuscript.content()), "", oldest, manuscript, findings);
        return findings;
    }

    private static void walk(
            JsonNode node, String pointer, LocalDate oldest, Manuscript manuscript, List<Finding> findings) {
        var asOf = node.path("asOf").asText();
        // ISO 8601 dates sort as text.
        if (!asOf.isEmpty() && !asOf.equals("null") && asOf.compareTo(oldest.toString()) < 0) {
            findings.add(new Finding(
                    manuscript,
                    pointer + "/asOf",
                    0,
                    "is more than " + MOST_MONTHS + " months old: check the source again, and write the day of the"
                            + " check",
                    false));
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            each -> walk(each.getValue(), pointer + "/" + each.getKey(), oldest, manuscript, findings));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, oldest, manuscript, findings);
        }
    }
}
