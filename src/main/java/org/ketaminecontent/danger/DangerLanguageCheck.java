package org.ketaminecontent.danger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds mistakes in the language files: each with its file and line, and what to do about it. */
final class DangerLanguageCheck {

    private static final int LONGEST_EXAMPLE = 300;

    private static final Set<String> KINDS =
            Stream.of(DangerKind.values()).map(DangerKind::word).collect(Collectors.toSet());
    /** The places with a key for each kind of danger, with the position of the key. */
    private static final Map<String, Integer> KEYED_BY_KIND =
            Map.of("/notices", 2, "/certain", 2, "/possible", 2, "/examples/danger", 3);

    private static final Pattern PLACES =
            Pattern.compile("/(notices|contacts)/[^/]+|/(lists|concepts|certain|possible)/[^/]+/\\d+"
                    + "|/(keyWords|rightWords|harmless|examples/harmless|examples/danger/[^/]+)/\\d+");

    private final Map<List<String>, LocatedText> examples = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private DangerLanguageCheck() {}

    /** @param files the texts of all language files by language */
    static List<String> findings(Map<String, String> files) {
        var check = new DangerLanguageCheck();
        var entries = new LinkedHashMap<String, List<LocatedText>>();
        files.forEach((language, text) -> {
            entries.put(language, LocatedText.of(language + ".yaml", text));
            check.checkFile(entries.get(language));
        });
        if (!check.findings.isEmpty()) {
            return check.findings;
        }
        var languages = files.entrySet().stream()
                .map(each -> DangerLanguage.read(each.getKey(), each.getValue()))
                .toList();
        return new DangerPatternCheck(languages, entries).findings();
    }

    private void checkFile(List<LocatedText> entries) {
        Map<String, List<String>> lists = new HashMap<>();
        entries.stream()
                .filter(each -> each.isIn("/lists"))
                .forEach(each -> lists.computeIfAbsent(each.part(2), any -> new ArrayList<>())
                        .add(each.text()));
        Map<String, LocatedText> patterns = new HashMap<>();
        boolean hasExamples = false;
        for (var entry : entries) {
            checkPlace(entry);
            hasExamples |= entry.isExample();
            if (hasExamples && !entry.isExample()) {
                find(entry, "'" + entry.text() + "' stands after the examples: write them last");
            }
            if (entry.isPattern()) {
                checkPattern(entry, lists);
                refuseSecond(entry, patterns.putIfAbsent(entry.text(), entry));
            } else if (entry.isExample()) {
                checkExample(entry);
            }
        }
    }

    private void checkPlace(LocatedText entry) {
        if (entry.place().isEmpty()) {
            find(
                    entry,
                    "The file cannot be read: " + entry.text() + ". Write each key once, and a text with : or # or"
                            + " quotes between double quotes");
        } else if (!PLACES.matcher(entry.place()).matches()) {
            find(entry, "Nothing is expected at " + entry.place() + ": the first lines of the file explain its keys");
        }
        KEYED_BY_KIND.forEach((place, position) -> {
            if (entry.isIn(place) && !KINDS.contains(entry.part(position))) {
                var kinds = KINDS.stream().sorted().collect(Collectors.joining(", "));
                find(entry, "'" + entry.part(position) + "' is not a kind of danger: use one of " + kinds);
            }
        });
    }

    private void checkPattern(LocatedText entry, Map<String, List<String>> lists) {
        try {
            PhrasePattern.of(entry.text(), lists);
        } catch (IllegalArgumentException e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            find(
                    entry,
                    "The pattern '" + entry.text() + "' cannot be read: " + why
                            + ". Use words, (a | b), ?, .., <list>, word*, ^ and $, and close each parenthesis");
        }
    }

    private void checkExample(LocatedText entry) {
        var words = WrittenWords.of(entry.text());
        if (words.isEmpty() || entry.text().length() > LONGEST_EXAMPLE) {
            find(entry, "An example has from one word to " + LONGEST_EXAMPLE + " characters: shorten or remove it");
        }
        var before = examples.putIfAbsent(words, entry);
        if (before == null || before.outcome().equals(entry.outcome())) {
            refuseSecond(entry, before);
        } else {
            find(
                    entry,
                    "'" + entry.text() + "' is " + entry.outcome() + " here and " + before.outcome() + " at "
                            + before.at() + ": decide, and remove the other");
        }
    }

    private void refuseSecond(LocatedText entry, @Nullable LocatedText before) {
        if (before != null) {
            find(entry, "'" + entry.text() + "' says the same as " + before.at() + ": remove one");
        }
    }

    private void find(LocatedText entry, String finding) {
        findings.add(entry.finding(finding));
    }
}
