package org.ketaminecontent.danger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of examples of which each differs from another in one word: changed, left out or added. Who learned from one of
 * a group has nearly seen the others.
 */
final class ExampleGroups {

    /** In shorter texts one word is most of what is said. */
    private static final int SHORTEST_TEXT = 3;

    private final List<String> texts;
    private final int[] groups;
    private final Map<String, Integer> firsts = new HashMap<>();

    ExampleGroups(List<DangerTraining.Example> examples) {
        var words = examples.stream()
                .map(example -> WrittenWords.of(example.text()))
                .toList();
        texts = words.stream().map(each -> String.join(" ", each)).toList();
        groups = new int[texts.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
            join(i, texts.get(i));
        }
        for (int i = 0; i < groups.length; i++) {
            for (int left = 0;
                    words.get(i).size() >= SHORTEST_TEXT && left < words.get(i).size();
                    left++) {
                var shorter = new ArrayList<>(words.get(i));
                shorter.remove(left);
                var text = String.join(" ", shorter);
                join(i, left + ":" + text);
                if (firsts.containsKey(text)) {
                    join(i, text);
                }
            }
        }
    }

    private void join(int example, String key) {
        int other = group(firsts.computeIfAbsent(key, any -> example));
        int own = group(example);
        boolean ownIsSmaller = texts.get(own).compareTo(texts.get(other)) < 0;
        groups[ownIsSmaller ? other : own] = ownIsSmaller ? own : other;
    }

    private int group(int example) {
        int group = example;
        while (groups[group] != group) {
            group = groups[group];
        }
        return group;
    }

    /** The first text of the example's group in the order of letters: it stays the same when other examples come. */
    String nameOf(int example) {
        return texts.get(group(example));
    }
}
