package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks fields against the pack's rules on combinations of fields. */
class FieldCheck {

    private final List<Rule> rules;

    FieldCheck(List<FieldRule> rules) {
        this.rules = rules.stream().map(FieldCheck::compiled).toList();
    }

    private static Rule compiled(FieldRule rule) {
        return new Rule(rule, compiled(rule.where()), compiled(rule.needs()));
    }

    /** Tells whether an item breaks a rule. */
    static boolean breaks(FieldRule rule, JsonNode item) {
        return compiled(rule).isBrokenBy(item, item);
    }

    private record Rule(FieldRule written, Map<String, RulePattern> where, Map<String, RulePattern> needs) {

        boolean isBrokenBy(JsonNode item, JsonNode document) {
            return where.entrySet().stream()
                            .allMatch(each -> each.getValue().mayBeIn(value(item, document, each.getKey())))
                    && (needs.isEmpty()
                            || needs.entrySet().stream()
                                    .anyMatch(each -> !each.getValue().surelyIn(value(item, document, each.getKey()))));
        }
    }

    private static Map<String, RulePattern> compiled(Map<String, String> patterns) {
        return patterns.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> RulePattern.of(each.getValue())));
    }

    /** A field as text: the items of a list; empty if absent. */
    private static String value(JsonNode item, JsonNode document, String path) {
        var field = path.startsWith("/")
                ? document.at(JsonPointer.compile(path))
                : item.at(JsonPointer.compile("/" + path));
        return field.isArray()
                ? StreamSupport.stream(field.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : field.isNull() || field.isObject() ? "" : field.asText();
    }

    List<Finding> findings(Manuscript manuscript, TimeBudget budget) {
        var findings = new ArrayList<Finding>();
        var tree = AuthoredJson.tree(manuscript.content());
        for (var rule : rules) {
            if (budget.isSpent()) {
                return List.of(TimeBudget.finding(manuscript));
            }
            if (!rule.written().isFor(manuscript)) {
                continue;
            }
            if (rule.written().at().isEmpty() && rule.isBrokenBy(tree, tree)) {
                findings.add(finding(rule, manuscript, ""));
            }
            for (var place : rule.written().at()) {
                var list = tree.at(JsonPointer.compile("/" + place));
                for (int i = 0; i < list.size(); i++) {
                    if (rule.isBrokenBy(list.get(i), tree)) {
                        findings.add(finding(rule, manuscript, "/" + place + "/" + i));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding finding(Rule rule, Manuscript manuscript, String pointer) {
        var written = rule.written();
        var message = "(" + written.id() + ") " + written.why().strip();
        return new Finding(manuscript, pointer, 0, message, written.refuses());
    }
}
