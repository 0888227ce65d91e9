package org.ketaminecontent.danger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognizes danger in a reader's words. Patterns of certain danger are tried first. Other texts go to a classifier; long
 * texts also in parts, since danger may be expressed only at the end, and without their harmless words. What it takes for
 * harmless is possible danger if a pattern says so. Nothing is stored or logged.
 */
@ApplicationScoped
public class DangerRecognition {

    /**
     * The likelihood from which danger counts as certain; at this value, one or two in a hundred harmless
     * examples kept apart, which sound like danger, are misjudged.
     */
    private static final double CERTAIN = 0.9;
    /**
     * The likelihood from which danger counts as possible; low, since in doubt a number is shown. At this value, held out by
     * groups, the examples have a recall of 0.96.
     */
    private static final double POSSIBLE = 0.065;

    /** The likelihood from which danger in a part counts: the likeliest of several parts is high by chance. */
    private static final double POSSIBLE_IN_A_PART = 0.65;

    /** The likelihood from which danger in a single word counts: nothing beside it says what is meant. */
    private static final double POSSIBLE_IN_A_WORD = 0.65;

    private static final int WORDS_OF_A_PART = 12;
    private static final int WORDS_BETWEEN_PARTS = 6;

    private final LearnedLanguage learned;
    private final DangerPatterns patterns;
    private final Map<String, DangerLanguage> languages;

    DangerRecognition() {
        this(DangerLanguage.withoutExamples());
    }

    private DangerRecognition(List<DangerLanguage> languages) {
        this(languages, LearnedLanguage.built(languages));
    }

    DangerRecognition(List<DangerLanguage> languages, LearnedLanguage learned) {
        this.learned = learned;
        this.patterns = new DangerPatterns(languages);
        this.languages = languages.stream().collect(Collectors.toMap(DangerLanguage::language, Function.identity()));
    }

    /** The danger in a text; empty where there is none. */
    public Optional<Danger> in(String text) {
        var words = learned.spelling().read(text);
        return find(DangerLevel.CERTAIN, words).or(() -> judge(words)).or(() -> find(DangerLevel.POSSIBLE, words));
    }

    private Optional<Danger> find(DangerLevel level, List<String> words) {
        return patterns.find(level, words)
                .map(kind -> new Danger(kind, level, learned.guess().of(words)));
    }

    /** The sentences to show above the contacts, in the reader's language. */
    public String notice(Danger danger) {
        return Objects.requireNonNull(language(danger.language()).notices().get(danger.kind()));
    }

    /** The words for the contacts in one of the languages in which danger is recognized. */
    public ContactWords contactWords(String language) {
        return language(language).contacts();
    }

    private DangerLanguage language(String language) {
        return Objects.requireNonNull(languages.get(language), language);
    }

    /** The judgment of the whole text, or of the rest without harmless words if that is less likely danger. */
    private Optional<Danger> judge(List<String> words) {
        return likeliestPart(words)
                .flatMap(whole -> lower(whole, words, patterns.rest(words)))
                .map(judged -> new Danger(
                        likeliest(judged),
                        level(likelihood(judged)),
                        learned.guess().of(words)));
    }

    private Optional<Map<DangerKind, Double>> lower(
            Map<DangerKind, Double> whole, List<String> words, List<String> rest) {
        return rest.size() == words.size()
                ? Optional.of(whole)
                : likeliestPart(rest).map(judged -> likelihood(judged) < likelihood(whole) ? judged : whole);
    }

    /** The judgment of the whole text or, if that is more likely danger, of one of its parts; empty if neither is. */
    private Optional<Map<DangerKind, Double>> likeliestPart(List<String> words) {
        var whole = Stream.of(words).filter(text -> !text.isEmpty()).map(learned.classifier()::judge);
        var parts = parts(words).stream()
                .map(learned.classifier()::judge)
                .filter(judged -> likelihood(judged) >= POSSIBLE_IN_A_PART);
        return Stream.concat(whole, parts)
                .max(Comparator.comparingDouble(DangerRecognition::likelihood))
                .filter(judged -> likelihood(judged) >= (words.size() == 1 ? POSSIBLE_IN_A_WORD : POSSIBLE));
    }

    /** Parts of a long text. */
    private static List<List<String>> parts(List<String> words) {
        var parts = new ArrayList<List<String>>();
        for (int i = 0;
                i + WORDS_BETWEEN_PARTS < words.size() && words.size() > WORDS_OF_A_PART;
                i += WORDS_BETWEEN_PARTS) {
            parts.add(words.subList(i, Math.min(words.size(), i + WORDS_OF_A_PART)));
        }
        return parts;
    }

    private static DangerLevel level(double likelihood) {
        return likelihood >= CERTAIN ? DangerLevel.CERTAIN : DangerLevel.POSSIBLE;
    }

    private static double likelihood(Map<DangerKind, Double> judged) {
        return judged.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static DangerKind likeliest(Map<DangerKind, Double> judged) {
        return new EnumMap<>(judged)
                .entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
    }
}
