package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;

/** Checks that a document has only grades listed in the pack, as the assessment gave them. */
class GradeCheck {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<PublishedGrade> grades;

    GradeCheck(List<PublishedGrade> grades) {
        this.grades = grades;
    }

    List<Finding> findings(Manuscript manuscript) {
        var findings = new ArrayList<Finding>();
        if (!grades.isEmpty()) {
            walk(AuthoredJson.tree(manuscript.content()), "", manuscript, findings);
        }
        return findings;
    }

    private void walk(JsonNode node, String pointer, Manuscript manuscript, List<Finding> findings) {
        if (node.path("certaintySource").isObject() && !isPublished(node)) {
            findings.add(new Finding(manuscript, pointer + "/certainty", 0, message(node)));
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> walk(each.getValue(), pointer + "/" + each.getKey(), manuscript, findings));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, manuscript, findings);
        }
    }

    private boolean isPublished(JsonNode graded) {
        var source = graded.path("certaintySource");
        return grades.stream()
                .filter(grade -> grade.confirmation() != Confirmation.TO_CONFIRM)
                .filter(grade ->
                        grade.reference().equals(source.path("reference").asText()))
                .filter(grade -> grade.year() == source.path("year").asInt())
                .filter(grade ->
                        word(grade.certainty()).equals(graded.path("certainty").asText()))
                .anyMatch(grade -> agrees(word(grade.product()), graded.path("product"))
                        && agrees(grade.timeframe(), graded.path("timeframe")));
    }

    private static boolean agrees(String published, JsonNode written) {
        return written.isMissingNode() || written.asText().equals(published);
    }

    private static String word(@Nullable Object value) {
        return MAPPER.valueToTree(value).asText();
    }

    private static String message(JsonNode graded) {
        var source = graded.path("certaintySource");
        var about = graded.has("product")
                ? " for " + graded.path("product").asText() + " and the time "
                        + graded.path("timeframe").asText()
                : "";
        return "grades.yaml has no grade '" + graded.path("certainty").asText() + "' of "
                + source.path("reference").asText() + " (" + source.path("year").asInt() + ")" + about
                + ": use the grade that the assessment gave, at its lower end, or write not-graded and leave out the"
                + " certaintySource";
    }
}
