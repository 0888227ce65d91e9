package org.ketaminecontent.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Explains a YAML error to authors who are not programmers. */
final class YamlFault {

    private static final String FALLBACK = "cannot be read as names with values (YAML)";

    /** Explanations by a part of the library's message, in order of precedence. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("TAB", "there is a tab where only spaces are allowed: indent with spaces"),
            Map.entry("alias", "a value that begins with * must be in quotes"),
            Map.entry("anchor", "a value that begins with & must be in quotes"),
            Map.entry("while scanning a tag", "a value that begins with ! must be in quotes"),
            Map.entry(
                    "mapping values are not allowed here",
                    "a value contains a colon followed by a space: put the value in quotes"),
            Map.entry("could not find expected ':'", "a name is not followed by a colon and a value"),
            Map.entry("quoted scalar", "a quoted value has no closing quote"),
            Map.entry(
                    "that cannot start any token", "a value begins with a special character: put the value in quotes"),
            Map.entry("expected ',' or", "a list or a group is not closed: expected a comma or its end"),
            Map.entry(
                    "expected <block end>",
                    "the line does not fit the lines above it: check its indentation and the quotes"));

    private YamlFault() {}

    /** The number of lines above the error. */
    static int line(YAMLException e) {
        return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? marked.getProblemMark().getLine()
                : 0;
    }

    static String reason(YAMLException e) {
        if (!(e instanceof MarkedYAMLException marked)) {
            return FALLBACK;
        }
        var said = Objects.requireNonNullElse(marked.getContext(), "") + " "
                + Objects.requireNonNullElse(marked.getProblem(), "");
        return WORDS.stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(FALLBACK + ": " + AuthoredText.shortened(String.valueOf(marked.getProblem()), 200));
    }
}
