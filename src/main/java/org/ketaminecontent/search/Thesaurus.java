package org.ketaminecontent.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.publishing.Live;
import org.ketaminecontent.publishing.Select;

/** What readers call things, read once for each state of the content. */
@ApplicationScoped
class Thesaurus {

    /** Words within phrases that readers put in or leave out. */
    private static final Set<String> LINKING = Set.of(
            "a", "an", "the", "my", "your", "you", "me", "i", "it", "its", "we", "us", "their", "his", "her", "our");

    private final Select select;
    private final Live live;
    private volatile Known known = new Known(-1, List.of(), Set.of(), Set.of());

    Thesaurus(Select select, Live live) {
        this.select = select;
        this.live = live;
    }

    private record Group(List<String> words, List<String> near) {}

    /** A phrase as it stands in a query, with the group it is of. */
    private record Phrase(List<String> words, Group group) {}

    private record Known(long number, List<Phrase> phrases, Set<String> words, Set<String> ignored) {}

    /** Whether this word stands in any phrase. */
    boolean knows(String word) {
        return known().words().contains(stem(word));
    }

    /** The words as terms, the longest phrases first; without those that say nothing, unless there are no others. */
    List<Term> terms(List<String> words, Set<String> corrected) {
        var ignored = known().ignored();
        var terms =
                allTerms(words.stream().filter(word -> !LINKING.contains(word)).toList(), corrected);
        var telling =
                terms.stream().filter(term -> !ignored.contains(term.typed())).toList();
        return telling.isEmpty() ? terms : telling;
    }

    private List<Term> allTerms(List<String> words, Set<String> corrected) {
        var stems = words.stream().map(Thesaurus::stem).toList();
        var terms = new ArrayList<Term>();
        int at = 0;
        while (at < words.size()) {
            int from = at;
            var here = known().phrases().stream()
                    .filter(phrase -> startsWith(stems.subList(from, stems.size()), phrase.words()))
                    .toList();
            int length = Math.max(
                    1,
                    here.stream()
                            .mapToInt(phrase -> phrase.words().size())
                            .max()
                            .orElse(1));
            var groups = here.stream()
                    .filter(phrase -> phrase.words().size() == length)
                    .map(Phrase::group)
                    .distinct()
                    .toList();
            var typed = words.subList(at, at + length);
            terms.add(new Term(
                    String.join(" ", typed),
                    groups.stream()
                            .flatMap(group -> group.words().stream())
                            .distinct()
                            .toList(),
                    groups.stream()
                            .flatMap(group -> group.near().stream())
                            .distinct()
                            .toList(),
                    typed.stream().anyMatch(corrected::contains)));
            at += length;
        }
        return terms;
    }

    private static boolean startsWith(List<String> words, List<String> phrase) {
        return words.size() >= phrase.size() && words.subList(0, phrase.size()).equals(phrase);
    }

    private Known known() {
        var present = known;
        long number = live.latest().number();
        if (present.number() != number) {
            present = read(number);
            // What is read within a transaction is a draft's preview.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                known = present;
            }
        }
        return present;
    }

    private Known read(long number) {
        var groups = select.rows(
                "select words, also from search_synonym order by position",
                (connection, statement) -> {},
                row -> new Group(Select.texts(row, "words"), Select.texts(row, "also")));
        var phrases = groups.stream()
                .flatMap(group -> group.words().stream().map(words -> phrase(words, group)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(phrase -> -phrase.words().size()))
                .toList();
        var words = phrases.stream().flatMap(phrase -> phrase.words().stream()).collect(Collectors.toSet());
        var ignored = select
                .rows(
                        "select unnest(ignored) from search_synonym",
                        (connection, statement) -> {},
                        row -> row.getString(1))
                .stream()
                .collect(Collectors.toSet());
        return new Known(number, phrases, words, ignored);
    }

    private static Optional<Phrase> phrase(String text, Group group) {
        var words = Words.of(text).stream()
                .filter(word -> !LINKING.contains(word))
                .map(Thesaurus::stem)
                .toList();
        return Stream.of(new Phrase(words, group))
                .filter(phrase -> !words.isEmpty())
                .findFirst();
    }

    /** Takes the plainest endings off, alike from what is asked and from what is known. */
    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("is")
                        && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
