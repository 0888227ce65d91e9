package org.ketaminecontent.danger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The features of a text for the classifier: its words, the beginnings of words, the concepts in it and their order, how
 * it begins and ends, by which questions asked ahead of time differ from present danger, and its letter groups, which
 * also work for misspelled words.
 */
final class DangerFeatures {

    /** The weight of all letter groups together, in words. */
    private static final double WEIGHT_OF_LETTERS = 5;

    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 4;
    private static final int LONGEST_RUN = 3;
    private static final int FARTHEST_PAIR = 3;
    /** The concept whose words deny what follows. */
    private static final String DENIAL = "denial";
    /** The words after a word of denial that it denies. */
    private static final int LONGEST_DENIAL = 4;
    /** The number of triples grows with the cube. */
    private static final int MOST_CONCEPTS_IN_TRIPLES = 10;
    /** Words that begin alike mostly mean much the same. */
    private static final int LETTERS_OF_A_BEGINNING = 4;

    private final Map<String, List<String>> concepts = new HashMap<>();
    private final Map<String, String> beginnings = new LinkedHashMap<>();

    /** @param languages the languages whose concepts are used */
    DangerFeatures(List<DangerLanguage> languages) {
        languages.forEach(language ->
                language.concepts().forEach((concept, words) -> words.forEach(word -> add(concept, word))));
    }

    private void add(String concept, String word) {
        if (word.endsWith("*")) {
            beginnings.put(word.substring(0, word.length() - 1), concept);
        } else {
            concepts.computeIfAbsent(word, any -> new ArrayList<>()).add(concept);
        }
    }

    /** Features with their weights. */
    Map<String, Float> of(List<String> words) {
        var features = new LinkedHashMap<String, Float>();
        var conceptsOfWords = words.stream().map(this::conceptsOf).toList();
        var inConcepts = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            inConcepts.add(
                    conceptsOfWords.get(i).isEmpty()
                            ? words.get(i)
                            : "<" + conceptsOfWords.get(i).get(0) + ">");
        }
        addRuns(features, "w", words, 1, 2);
        addRuns(features, "b", beginningsOf(words), 1, 2);
        addRuns(features, "c", inConcepts, 2, LONGEST_RUN);
        addSets(features, conceptsOfWords);
        if (!words.isEmpty()) {
            addOpening(features, words, conceptsOfWords);
            addClosing(features, words, inConcepts, conceptsOfWords);
        }
        addDenied(features, words, inConcepts, conceptsOfWords);
        addDistantPairs(features, inConcepts);
        addLetters(features, " " + String.join(" ", words) + " ");
        features.put("bias", 1f);
        return features;
    }

    private List<String> conceptsOf(String word) {
        var found = new LinkedHashSet<>(concepts.getOrDefault(word, List.of()));
        beginnings.forEach((beginning, concept) -> {
            if (word.startsWith(beginning)) {
                found.add(concept);
            }
        });
        return List.copyOf(found);
    }

    private static void addRuns(Map<String, Float> features, String name, List<String> words, int from, int to) {
        for (int length = from; length <= to; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                features.put(name + "=" + String.join("_", words.subList(i, i + length)), 1f);
            }
        }
    }

    private static List<String> beginningsOf(List<String> words) {
        return words.stream()
                .map(word -> word.substring(0, Math.min(LETTERS_OF_A_BEGINNING, word.length())))
                .toList();
    }

    /** Concepts that occur in the text, and pairs and triples of them. */
    private static void addSets(Map<String, Float> features, List<List<String>> conceptsOfWords) {
        Set<String> occurring = new TreeSet<>();
        conceptsOfWords.forEach(occurring::addAll);
        var all = List.copyOf(occurring);
        for (int i = 0; i < all.size(); i++) {
            features.put("with=" + all.get(i), 1f);
            for (int j = i + 1; j < all.size(); j++) {
                var pair = "with=" + all.get(i) + "+" + all.get(j);
                features.put(pair, 1f);
                for (int k = j + 1; k < Math.min(all.size(), MOST_CONCEPTS_IN_TRIPLES); k++) {
                    features.put(pair + "+" + all.get(k), 1f);
                }
            }
        }
    }

    private static void addOpening(
            Map<String, Float> features, List<String> words, List<List<String>> conceptsOfWords) {
        features.put("opening=" + String.join("_", words.subList(0, Math.min(2, words.size()))), 1f);
        conceptsOfWords.stream()
                .flatMap(List::stream)
                .forEach(concept -> features.put("opening=" + words.get(0) + "+" + concept, 1f));
    }

    private static void addClosing(
            Map<String, Float> features,
            List<String> words,
            List<String> inConcepts,
            List<List<String>> conceptsOfWords) {
        int beforeLast = Math.max(0, words.size() - 2);
        var last = words.get(words.size() - 1);
        features.put("last=" + inConcepts.get(words.size() - 1), 1f);
        features.put("closing=" + String.join("_", words.subList(beforeLast, words.size())), 1f);
        features.put("closing=" + String.join("_", inConcepts.subList(beforeLast, words.size())), 1f);
        conceptsOfWords.stream()
                .flatMap(List::stream)
                .forEach(concept -> features.put("closing=" + last + "+" + concept, 1f));
    }

    /** Words that follow a word of denial: what somebody does not feel or do. */
    private static void addDenied(
            Map<String, Float> features,
            List<String> words,
            List<String> inConcepts,
            List<List<String>> conceptsOfWords) {
        for (int i = 0; i < words.size(); i++) {
            if (conceptsOfWords.get(i).contains(DENIAL)) {
                for (int j = i + 1; j <= Math.min(words.size() - 1, i + LONGEST_DENIAL); j++) {
                    features.put("denied=" + inConcepts.get(j), 1f);
                    features.put("denied=" + words.get(i) + "_" + inConcepts.get(j), 1f);
                }
            }
        }
    }

    private static void addDistantPairs(Map<String, Float> features, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 2; j <= Math.min(words.size() - 1, i + FARTHEST_PAIR); j++) {
                features.put("far=" + words.get(i) + "_" + words.get(j), 1f);
            }
        }
    }

    private static void addLetters(Map<String, Float> features, String text) {
        var groups = new LinkedHashSet<String>();
        for (int length = SHORTEST_GROUP; length <= LONGEST_GROUP; length++) {
            for (int i = 0; i + length <= text.length(); i++) {
                groups.add(text.substring(i, i + length));
            }
        }
        float weight = (float) (WEIGHT_OF_LETTERS / Math.sqrt(Math.max(1, groups.size())));
        groups.forEach(group -> features.put("l=" + group, weight));
    }
}
