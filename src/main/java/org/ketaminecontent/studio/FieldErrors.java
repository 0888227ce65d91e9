package org.ketaminecontent.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.editorial.DraftFindings;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Problem;

/** Mistakes by field. */
record FieldErrors(@Nullable String message, Map<String, List<String>> fields, Map<Integer, List<String>> bodyLines) {

    private static final String BESIDE_FIELDS = "Something breaks a rule; it is said beside each field.";

    /** The parts of a body whose members have fields of their own. */
    private static final Set<String> GROUPS = Set.of("content", "correction");

    static final FieldErrors NOTHING = new FieldErrors(null, Map.of(), Map.of());

    static FieldErrors of(Failure failure) {
        var fields = new HashMap<String, List<String>>();
        for (Problem.Detail each : failure.details()) {
            add(fields, each.pointer(), each.detail());
        }
        var said = String.valueOf(failure.getMessage());
        var message = failure.code() == ErrorCode.INVALID_CONTENT && said.contains(" breaks ") ? BESIDE_FIELDS : said;
        return new FieldErrors(message, fields, Map.of());
    }

    /** The same, with something said before it. */
    FieldErrors after(String said) {
        return new FieldErrors(said + " " + message, fields, bodyLines);
    }

    /** The same, with something said after it. */
    FieldErrors and(String said) {
        return new FieldErrors(message + " " + said, fields, bodyLines);
    }

    static FieldErrors of(DraftFindings findings) {
        var fields = new HashMap<String, List<String>>();
        var lines = new TreeMap<Integer, List<String>>();
        for (var each : findings.findings()) {
            var advice = each.level() == DraftFindings.Level.WARNING ? "Advice: " : "";
            if (each.line() > 0) {
                lines.computeIfAbsent(each.line(), line -> new ArrayList<>()).add(advice + each.message());
            }
            var place = each.line() > 0 ? "Line " + each.line() + ": " : "";
            add(fields, each.pointer(), advice + place + each.message());
        }
        var message = findings.valid() ? null : BESIDE_FIELDS;
        return new FieldErrors(message, fields, lines);
    }

    /** {@code /content/keyFacts/0/statement} belongs to {@code keyFacts}. */
    private static void add(Map<String, List<String>> fields, @Nullable String pointer, String message) {
        var parts = List.of((pointer == null ? "" : pointer).split("/"));
        boolean grouped = parts.size() > 2 && GROUPS.contains(parts.get(1));
        var field = grouped ? parts.get(2) : parts.size() > 1 ? parts.get(1) : "";
        var within = grouped && parts.size() > 3 ? String.join("/", parts.subList(3, parts.size())) + ": " : "";
        fields.computeIfAbsent(field, name -> new ArrayList<>()).add(within + message);
    }

    List<String> at(String field) {
        return fields.getOrDefault(field, List.of());
    }

    List<EditPage.Line> lines(String body) {
        var text = body.lines().toList();
        return bodyLines.entrySet().stream()
                .filter(each -> each.getKey() <= text.size())
                .map(each -> new EditPage.Line(each.getKey(), text.get(each.getKey() - 1), each.getValue()))
                .toList();
    }
}
