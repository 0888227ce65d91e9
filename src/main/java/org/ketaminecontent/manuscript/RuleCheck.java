package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.Prose;

/** Checks sentences against the pack's rules on language. */
class RuleCheck {

    private static final int LONGEST_TOLD = 200;

    /** Of rules that look for no words. */
    private static final RulePattern NOWHERE = RulePattern.of("(?!)");

    private final List<Rule> rules;

    /** For each rule. */
    private final PatternSet patterns;

    RuleCheck(List<LanguageRule> rules) {
        this.rules = rules.stream().map(RuleCheck::compiled).toList();
        patterns = new PatternSet(this.rules.stream().map(Rule::says).toList());
    }

    private record Rule(
            LanguageRule written,
            RulePattern says,
            @Nullable RulePattern unless) {}

    /**
     * A sentence with the words in it that rules look for.
     *
     * @param words for each rule
     */
    private record Read(Sentence sentence, List<Optional<String>> words) {}

    /** A sentence with the words that break a rule. */
    private record Fault(Sentence sentence, String words) {}

    private static Rule compiled(LanguageRule rule) {
        var says = rule.leastWords() > 0
                ? NOWHERE
                : rule.words().isEmpty() ? RulePattern.anyOf(rule.patterns()) : RulePattern.of(anyWord(rule.words()));
        return new Rule(rule, says, rule.unless().isEmpty() ? null : RulePattern.anyOf(rule.unless()));
    }

    /** Longer words first, so that a phrase is found before its first word. */
    private static String anyWord(Map<String, String> words) {
        return words.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
    }

    /**
     * The findings on a manuscript.
     *
     * @param types the types of references, by slug
     */
    List<Finding> findings(Manuscript manuscript, Map<String, String> types, TimeBudget budget) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var read = new ArrayList<Read>();
        for (var sentence : Sentence.of(manuscript.content(), types)) {
            if (budget.isSpent()) {
                return List.of(TimeBudget.finding(manuscript));
            }
            read.add(read(sentence));
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < rules.size(); i++) {
            if (budget.isSpent()) {
                return List.of(TimeBudget.finding(manuscript));
            }
            var rule = rules.get(i).written();
            if (rule.isFor(manuscript)) {
                faults(i, read).forEach(each -> findings.add(finding(rule, manuscript, each)));
            }
        }
        return findings;
    }

    private Read read(Sentence sentence) {
        return new Read(sentence, patterns.in(sentence.text()));
    }

    /** Tells whether a text alone breaks a rule. */
    static boolean breaks(LanguageRule rule, String text) {
        var check = new RuleCheck(List.of(rule));
        var field = rule.fields().isEmpty() ? "body" : rule.fields().get(0);
        var read = Sentence.ofBody("/" + field, text).stream().map(check::read).toList();
        return !check.faults(0, read).isEmpty();
    }

    private List<Fault> faults(int place, List<Read> read) {
        var rule = rules.get(place);
        var sentences = read.stream().map(Read::sentence).toList();
        if (rule.says() == NOWHERE) {
            return uncited(rule.written(), sentences);
        }
        var found = new ArrayList<Fault>();
        var known = new HashMap<Object, Boolean>();
        for (int i = 0; i < sentences.size(); i++) {
            var words = read.get(i).words().get(place);
            if (words.isPresent()
                    && isUnder(rule.written(), sentences.get(i))
                    && !isExcused(rule, i, sentences, known)) {
                found.add(new Fault(sentences.get(i), words.get()));
            }
        }
        if (rule.written().always()) {
            found.removeIf(fault -> !isAlwaysSaid(rule.written(), fault, found, sentences));
        }
        return found.subList(Math.min(rule.written().most(), found.size()), found.size());
    }

    private static boolean isUnder(LanguageRule rule, Sentence sentence) {
        return (rule.fields().isEmpty() || rule.fields().contains(sentence.field()))
                && (rule.citing().isEmpty() || sentence.cites(rule.citing()))
                && !sentence.cites(rule.unlessCiting());
    }

    /** Sections long enough to need a source. */
    private static List<Fault> uncited(LanguageRule rule, List<Sentence> sentences) {
        return sentences.stream()
                .filter(each -> each.pointer().equals("/body") && !each.editorial())
                .collect(Collectors.groupingBy(Sentence::section))
                .values()
                .stream()
                .filter(section ->
                        section.stream().allMatch(each -> each.cited().isEmpty()))
                .filter(section -> section.stream()
                                .mapToInt(each -> Prose.words(each.text()))
                                .sum()
                        >= rule.leastWords())
                .map(section -> new Fault(section.get(0), section.get(0).text()))
                .toList();
    }

    /** Tells whether each sentence with the citation matches. */
    private static boolean isAlwaysSaid(LanguageRule rule, Fault fault, List<Fault> found, List<Sentence> sentences) {
        var saying = found.stream().map(Fault::sentence).collect(Collectors.toSet());
        return rule.citing().stream()
                .filter(fault.sentence().cited()::contains)
                .anyMatch(source -> sentences.stream()
                        .filter(each -> each.cites(List.of(source)))
                        .allMatch(saying::contains));
    }

    /** Each range is searched once, however many of its sentences are in question. */
    private static boolean isExcused(Rule rule, int index, List<Sentence> sentences, Map<Object, Boolean> known) {
        var unless = rule.unless();
        if (unless == null) {
            return false;
        }
        var sentence = sentences.get(index);
        return switch (Objects.requireNonNullElse(rule.written().within(), LanguageRule.Within.SENTENCE)) {
            case SENTENCE -> unless.surelyIn(sentence.text());
            case NEIGHBORS ->
                IntStream.rangeClosed(Math.max(0, index - 1), Math.min(index + 1, sentences.size() - 1))
                        .mapToObj(sentences::get)
                        .anyMatch(each -> each.section() == sentence.section() && unless.surelyIn(each.text()));
            case PARAGRAPH ->
                known.computeIfAbsent(
                        sentence.paragraph(),
                        key -> stands(unless, sentences, each -> each.paragraph() == sentence.paragraph()));
            case SECTION ->
                known.computeIfAbsent(
                        sentence.section(),
                        key -> stands(unless, sentences, each -> each.section() == sentence.section()));
            case DOCUMENT -> known.computeIfAbsent("document", key -> stands(unless, sentences, each -> true));
        };
    }

    private static boolean stands(RulePattern pattern, List<Sentence> sentences, Predicate<Sentence> where) {
        return sentences.stream().filter(where).anyMatch(each -> pattern.surelyIn(each.text()));
    }

    private static Finding finding(LanguageRule rule, Manuscript manuscript, Fault fault) {
        var instead = rule.words().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(fault.words()))
                .map(each -> "write \"" + each.getValue() + "\". ")
                .findFirst()
                .orElse("");
        var sentence = fault.sentence();
        int line = Optional.ofNullable(manuscript.content().body())
                .filter(body -> sentence.line() > 0)
                .map(body -> BodyLines.lineOf(body, sentence.line(), sentence.text()))
                .orElse(0);
        var message = "\"" + AuthoredText.shortened(fault.words(), LONGEST_TOLD) + "\" (" + rule.id() + "): " + instead
                + rule.why().strip();
        return new Finding(manuscript, sentence.pointer(), line, message, rule.refuses());
    }

    /** The types of the references among these. */
    static Map<String, String> types(List<Manuscript> manuscripts) {
        return manuscripts.stream()
                .filter(each -> each.collection().equals("references"))
                .collect(Collectors.toMap(
                        Manuscript::slug,
                        each -> AuthoredJson.tree(each.content()).path("type").asText(),
                        (one, other) -> one));
    }
}
