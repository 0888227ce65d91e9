package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.ketaminecontent.publishing.Select;

/** Finds the word that a misspelt one was meant to be, among those of the content. */
@ApplicationScoped
class Speller {

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{4,30}");

    /** Words with no trace in the content; stop words have none to leave. */
    private static final String UNKNOWN = """
            select word from unnest(?) word
            where numnode(phraseto_tsquery('content_en', word)) > 0 and not exists (
                select 1 from search_section where words @@ phraseto_tsquery('content_en', word))
            """;

    private static final String KNOWN = "select word from search_word where word = any(?)";

    /** Candidates share trigrams; a slip in the middle of a short word leaves few. */
    private static final String CANDIDATES = """
            select asked.word as asked, near.word as near, similarity(near.word, asked.word) as similarity
            from unnest(?) asked (word)
            join lateral (
                select word from search_word where word % asked.word order by similarity(word, asked.word) desc limit 30
            ) near on true
            """;

    private static final int LONG = 9;
    private static final int MIDDLE = 6;

    private final Select select;
    private final Thesaurus thesaurus;

    Speller(Select select, Thesaurus thesaurus) {
        this.select = select;
        this.thesaurus = thesaurus;
    }

    private record Candidate(String asked, String near, double similarity) {

        int slips() {
            int distance = LevenshteinDistance.getDefaultInstance().apply(asked, near);
            // Two letters in the wrong order are one slip.
            return distance == 2 && sorted(asked).equals(sorted(near)) ? 1 : distance;
        }

        boolean isPlausible() {
            int allowed = asked.length() >= LONG ? 3 : asked.length() >= MIDDLE ? 2 : 1;
            return slips() <= allowed;
        }

        private static String sorted(String word) {
            return word.chars()
                    .sorted()
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /** Words that were written apart and belong together, such as {@code bi polar}, put together. */
    List<String> joined(List<String> words) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(words.get(i) + words.get(i + 1));
        }
        var known = pairs.isEmpty() ? Set.<String>of() : words(KNOWN, pairs);
        if (known.isEmpty()) {
            return words;
        }
        var joined = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean belongs = i + 1 < words.size() && known.contains(words.get(i) + words.get(i + 1));
            joined.add(belongs ? words.get(i) + words.get(++i) : words.get(i));
        }
        return joined;
    }

    /** For each word that the content does not know, the one it was meant to be, where there is one. */
    Map<String, String> corrections(List<String> words) {
        var asked = words.stream()
                .filter(word -> LETTERS.matcher(word).matches() && !thesaurus.knows(word))
                .distinct()
                .toList();
        var corrections = new HashMap<String, String>();
        if (asked.isEmpty()) {
            return corrections;
        }
        var unknown = words(UNKNOWN, asked);
        if (unknown.isEmpty()) {
            return corrections;
        }
        var candidates = select.rows(
                CANDIDATES,
                (connection, statement) -> statement.setArray(1, Select.texts(connection, unknown)),
                row -> new Candidate(row.getString("asked"), row.getString("near"), row.getDouble("similarity")));
        for (var word : unknown) {
            best(word, candidates).ifPresent(near -> corrections.put(word, near));
        }
        return corrections;
    }

    private Set<String> words(String sql, List<String> asked) {
        return new HashSet<>(select.rows(
                sql,
                (connection, statement) -> statement.setArray(1, Select.texts(connection, asked)),
                row -> row.getString(1)));
    }

    private static Optional<String> best(String word, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.asked().equals(word) && candidate.isPlausible())
                .min(Comparator.comparingInt(Candidate::slips)
                        .thenComparing(candidate -> candidate.near().charAt(0) == word.charAt(0) ? 0 : 1)
                        .thenComparing(candidate -> -candidate.similarity())
                        .thenComparing(Candidate::near))
                .map(Candidate::near);
    }
}
