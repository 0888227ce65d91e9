package org.ketaminecontent.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Explains a fault in YAML to somebody who writes texts rather than data. */
final class YamlFault {

    private static final String FALLBACK = "cannot be read as names with values (YAML)";

    /** By a part of what the library says, in this order. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("TAB", "a tab stands where only blanks may: indent with blanks"),
            Map.entry("alias", "a value that begins with * must stand in quotes"),
            Map.entry("anchor", "a value that begins with & must stand in quotes"),
            Map.entry("while scanning a tag", "a value that begins with ! must stand in quotes"),
            Map.entry(
                    "mapping values are not allowed here",
                    "a colon followed by a blank stands inside a value: put the value in quotes"),
            Map.entry("could not find expected ':'", "a name is not followed by a colon and a value"),
            Map.entry("quoted scalar", "a quote is opened and not closed"),
            Map.entry(
                    "that cannot start any token", "a value begins with a special character: put the value in quotes"),
            Map.entry("expected ',' or", "a list or a group is opened and not closed: expected a comma or its end"),
            Map.entry(
                    "expected <block end>",
                    "the line does not fit those above it: look at how far it is indented, and at the quotes"));

    private YamlFault() {}

    /** The number of lines above the fault. */
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
