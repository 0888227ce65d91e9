package org.ketaminecontent.editorial;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that turn what a sentence says when one of them comes, goes or changes, and so are never a misspelling put right. */
final class MeaningWords {

    /** Addresses, citations, links, numbers with their signs, words, and any other sign. */
    private static final Pattern WORD = Pattern.compile("https?://\\S++|\\[@[^\\]\\s]++|\\[\\[[^|\\]\\s]++"
            + "|[±+<>≤≥~−-]?\\p{N}[\\p{N}.,/:]*+%?|\\p{L}[\\p{L}\\p{M}\\p{N}'’-]*+|\\S");

    private static final Pattern NO_WORD =
            Pattern.compile("https?://.*|\\[.*|.*\\p{N}.*|[\\[\\]<>~|#`%!±+−=≤≥]", Pattern.DOTALL);

    private static final Set<String> NEGATIONS = set("""
            no not never none nobody nothing neither nor without cannot unless except but lack lacks fails
            failed against instead""");

    private static final Set<String> DEGREES = set("""
            may might can could must should shall will would need needs always usually often sometimes rarely
            seldom common uncommon rare frequent frequently likely unlikely all every most many some few fewer
            any only more less least over under above below before after until between than up about high higher
            low lower better worse best worst increase increases decrease decreases raise raises reduce reduces
            stronger weaker severe mild moderate""");

    private static final Set<String> AMOUNTS = set("""
            zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
            hundred thousand million half third quarter once twice double triple percent mg g kg mcg µg μg ml
            milligram milligrams microgram micrograms gram grams millilitre millilitres second seconds minute
            minutes hour hours day days daily week weeks weekly month months monthly year years yearly dose
            doses dosage dosing""");

    private static final Set<String> VERDICTS = set("""
            approved unapproved approves licensed unlicensed off-label investigational legal illegal allowed
            banned safe unsafe safer safely safety effective ineffective works work proven unproven shows show
            proves prove certain uncertain evidence risk risks risky harm harms harmful harmless danger
            dangerous warning warnings death deaths die fatal suicide suicidal overdose addictive addiction
            misuse stop start avoid take call emergency urgent crisis pregnant pregnancy cause causes cure cures
            treats treat prevents prevent""");

    private static final Pattern OF_RISK = Pattern.compile(
            "risk|side.?effect|safe|harm|danger|warn|emergenc|urgent|crisis|overdose|suicid|contraindicat|interact|who should"
                    + "|do not|not take|avoid|dose|dosing|pregnan|call|get help");

    private MeaningWords() {}

    private static Set<String> set(String words) {
        return Set.of(words.split("\\s+"));
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Tells if a heading announces a warning to readers. */
    static boolean isOfRisk(String heading) {
        return OF_RISK.matcher(heading.toLowerCase(Locale.ROOT)).find();
    }

    static List<String> among(List<String> removed, List<String> added) {
        return Stream.concat(removed.stream(), added.stream())
                .filter(MeaningWords::isTelling)
                .distinct()
                .toList();
    }

    private static boolean isTelling(String word) {
        var plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return NO_WORD.matcher(word).matches()
                || plain.endsWith("n't")
                || Stream.of(NEGATIONS, DEGREES, AMOUNTS, VERDICTS).anyMatch(words -> words.contains(plain));
    }
}
