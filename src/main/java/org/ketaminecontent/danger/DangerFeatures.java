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
 * The features of a text for the classifier: its words and pairs of words, the concepts in it and their order, how it
 * begins, by which questions asked ahead of time differ from present danger, and its letter groups, which also work for
 * misspelled words.
 */
final class DangerFeatures {

    /** The weight of all letter groups together, in words. */
    private static final double WEIGHT_OF_LETTERS = 6;

    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 5;
    private static final int LONGEST_RUN = 4;
    private static final int FARTHEST_PAIR = 4;
    private static final int LONGEST_LENGTH = 4;

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
        addRuns(features, "w", words, 1, 3);
        addRuns(features, "c", inConcepts, 2, LONGEST_RUN);
        addPairs(features, conceptsOfWords);
        addEnds(features, inConcepts);
        addOpening(features, words, conceptsOfWords);
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

    private static void addPairs(Map<String, Float> features, List<List<String>> conceptsOfWords) {
        Set<String> all = new TreeSet<>();
        conceptsOfWords.forEach(all::addAll);
        for (var one : all) {
            features.put("with=" + one, 1f);
            for (var other : all) {
                if (one.compareTo(other) < 0) {
                    features.put("with=" + one + "+" + other, 1f);
                }
            }
        }
    }

    private static void addEnds(Map<String, Float> features, List<String> words) {
        if (!words.isEmpty()) {
            features.put("first=" + words.get(0), 1f);
            features.put("last=" + words.get(words.size() - 1), 1f);
        }
    }

    private static void addOpening(
            Map<String, Float> features, List<String> words, List<List<String>> conceptsOfWords) {
        if (words.isEmpty()) {
            return;
        }
        features.put("opening=" + String.join("_", words.subList(0, Math.min(2, words.size()))), 1f);
        features.put("length=" + Math.min(LONGEST_LENGTH, words.size() / 3), 1f);
        conceptsOfWords.stream()
                .flatMap(List::stream)
                .forEach(concept -> features.put("opening=" + words.get(0) + "+" + concept, 1f));
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
