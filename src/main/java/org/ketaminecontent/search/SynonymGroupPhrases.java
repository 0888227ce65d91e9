package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ketaminecontent.search.PartScorer.Way;

/** The synonyms of a group that occur in each field, looked up once for each state of the index. */
final class SynonymGroupPhrases {

    /** The weight of a synonym. */
    private static final float SAME = 0.9f;

    /** The weight of related words, which a reader may want but did not ask for. */
    private static final float NEAR = 0.4f;

    private final Map<TextField, Standing> byField = new EnumMap<>(TextField.class);
    private int documents;

    /** The phrases that occur in one field. */
    record Standing(List<List<String>> same, List<List<String>> near) {

        List<Way> ways() {
            var ways = new ArrayList<Way>();
            ways.addAll(ways(same, SAME));
            ways.addAll(ways(near, NEAR));
            return ways;
        }

        /** Occurrences of single words are added up, as if they were one word. */
        private static List<Way> ways(List<List<String>> phrases, float weight) {
            var ways = new ArrayList<Way>();
            var words = phrases.stream().filter(each -> each.size() == 1).toList();
            phrases.stream().filter(each -> each.size() > 1).forEach(each -> ways.add(new Way(List.of(each), weight)));
            if (!words.isEmpty()) {
                ways.add(new Way(words, weight));
            }
            return ways;
        }
    }

    SynonymGroupPhrases(LiveSearcher searcher, Thesaurus.Group group) throws IOException {
        for (var field : TextField.values()) {
            byField.put(
                    field,
                    new Standing(standing(searcher, field, group.same()), standing(searcher, field, group.near())));
        }
        for (var phrase : group.same()) {
            documents = Math.max(documents, searcher.documentsWith(phrase));
        }
    }

    private static List<List<String>> standing(LiveSearcher searcher, TextField field, List<List<String>> phrases)
            throws IOException {
        var standing = new ArrayList<List<String>>();
        for (var phrase : phrases) {
            if (searcher.holds(field, phrase)) {
                standing.add(phrase);
            }
        }
        return standing;
    }

    Standing in(TextField field) {
        return byField.getOrDefault(field, new Standing(List.of(), List.of()));
    }

    /** The approximate number of documents with the most frequent synonym. */
    int documents() {
        return documents;
    }
}
