package org.ketaminecontent.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatternSetTest {

    /** What texts are put together from: words and parts of words, signs, and letters of other alphabets. */
    private static final List<String> PARTS = List.of(
            "cure",
            "Cured",
            "s",
            "safe",
            " ",
            " ",
            " ",
            "is",
            "it",
            "not",
            "n't",
            "n’t",
            "-",
            "fold",
            "3",
            "40",
            "%",
            ".",
            ",",
            "NICE",
            "nice",
            "é",
            "ü",
            "_",
            "(",
            "\"",
            "🙂",
            "\n",
            "week ",
            "one in ",
            "blood pressure",
            "drive");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\b(?:cures?|cured)\\b",
                "\\bnot\\b|n['’]t\\b",
                "(?-i:\\bNICE\\b)",
                "\\b\\w+-?fold\\b",
                "\\bblood pressure\\b[^.]*\\bdrive\\b",
                "\\d",
                "%",
                "(?<!\\bweek )\\bone in \\d",
                "\\bcure\\b(?! (?:is|it))",
                "\\Bure",
                "^is",
                "^.*safe$",
                "(?m)^it",
                "[🙂é]",
                "🙂 ?is",
                "(?s).+",
                "x*",
                "(?!)",
                "(cure|safe) \\1",
                "\\b\\W+\\b"
            })
    void the_first_match_is_that_of_the_pattern_alone(String written) {
        var pattern = RulePattern.of(written);
        var set = new PatternSet(List.of(RulePattern.of("\\bsafe\\b"), pattern));
        var random = new Random(20_000);
        for (int i = 0; i < 5_000; i++) {
            var text = random.ints(1 + random.nextInt(12), 0, PARTS.size())
                    .mapToObj(PARTS::get)
                    .collect(Collectors.joining());
            assertThat(set.in(text).get(1))
                    .as("%s in '%s'", written, text)
                    .isEqualTo(pattern.pattern()
                            .matcher(text)
                            .results()
                            .findFirst()
                            .map(MatchResult::group));
        }
    }

    @Test
    void a_pattern_that_takes_too_long_is_found_as_the_whole_text_beside_others() {
        var text = "It is safe: " + "a".repeat(60) + "!";
        var found = new PatternSet(Stream.of("(?:(a+)\\1?)+b", "\\bsafe\\b", "(?<!x)(?:(a+)\\1?)+b")
                        .map(RulePattern::of)
                        .toList())
                .in(text);
        assertThat(found).containsExactly(Optional.of(text), Optional.of("safe"), Optional.of(text));
    }
}
