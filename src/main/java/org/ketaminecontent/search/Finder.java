package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.content.Coded;
import org.ketaminecontent.search.SearchIndex.Found;
import org.ketaminecontent.search.SearchIndex.Limits;

/** Understands what a reader wrote, and finds it. */
@ApplicationScoped
class Finder {

    private static final String KETAMINE = "ketamine";
    private static final String ESKETAMINE = "esketamine";

    /** Letters and digits with dots, and a digit among them. */
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9.]{2,11}");

    private static final Pattern ICD = Pattern.compile("([A-Z]\\d[\\dA-Z])(?:\\.[\\dA-Z]{1,4})?");

    private final Speller speller;
    private final Thesaurus thesaurus;
    private final SearchIndex index;

    Finder(Speller speller, Thesaurus thesaurus, SearchIndex index) {
        this.speller = speller;
        this.thesaurus = thesaurus;
        this.index = index;
    }

    /**
     * What was understood.
     *
     * @param text in plain small letters, as it was meant
     * @param words as they were written
     * @param terms that the content has something for
     */
    record Understood(
            String text, List<String> words, boolean corrected, List<Term.Weighed> terms, List<String> codes) {

        boolean isEmpty() {
            return terms.stream().noneMatch(term -> term.documents() > 0) && codes.isEmpty();
        }
    }

    Understood understand(String asked) {
        var words = speller.joined(Words.of(asked));
        return understand(asked, words, speller.corrections(words));
    }

    /** What was written, word by word: nobody in danger is to be told what they meant. */
    Understood understandAsWritten(String asked) {
        return understand(asked, Words.of(asked), Map.of());
    }

    private Understood understand(String asked, List<String> words, Map<String, String> corrections) {
        var meant =
                words.stream().map(word -> corrections.getOrDefault(word, word)).toList();
        var terms = thesaurus.terms(meant, new HashSet<>(corrections.values()));
        return new Understood(String.join(" ", meant), words, !corrections.isEmpty(), index.weigh(terms), codes(asked));
    }

    List<Found> find(Understood understood, List<String> collections, List<String> themes, int offset, int limit) {
        return understood.isEmpty()
                ? List.of()
                : index.find(
                        understood.text(), understood.terms(), limits(understood, collections, themes), offset, limit);
    }

    List<SearchIndex.Count> count(Understood understood, List<String> collections, List<String> themes) {
        return understood.isEmpty()
                ? List.of()
                : index.count(understood.terms(), limits(understood, collections, themes));
    }

    /** How the document was found, the surest way first. */
    MatchedBy matchedBy(Understood understood, Found found) {
        if (found.hasCode()) {
            return MatchedBy.EXACT;
        }
        var written = Stream.of(
                        Stream.of(found.title(), found.summary(), found.markedSection()), found.names().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> Words.of(text).stream())
                .collect(Collectors.toSet());
        boolean misspelt =
                understood.terms().stream().allMatch(term -> term.term().corrected());
        if (found.hasTyped() && !misspelt) {
            return telling(understood).anyMatch(written::contains) ? MatchedBy.EXACT : MatchedBy.STEM;
        }
        return found.hasTyped() ? MatchedBy.FUZZY : MatchedBy.SYNONYM;
    }

    /** The words that were written and say something. */
    private static Stream<String> telling(Understood understood) {
        var told = understood.terms().stream()
                .flatMap(term -> Words.of(term.term().typed()).stream())
                .collect(Collectors.toSet());
        return understood.words().stream().filter(told::contains);
    }

    private static Limits limits(Understood understood, List<String> collections, List<String> themes) {
        Set<String> named = understood.terms().stream()
                .flatMap(term -> Stream.concat(Stream.of(term.term().typed()), term.term().same().stream()))
                .filter(word -> word.equals(KETAMINE) || word.equals(ESKETAMINE))
                .collect(Collectors.toSet());
        var product = named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.<String>empty();
        return new Limits(
                collections,
                themes,
                understood.codes(),
                product.map(Finder::lexeme).orElse(null),
                product.map(each -> lexeme(each.equals(KETAMINE) ? ESKETAMINE : KETAMINE))
                        .orElse(null));
    }

    private static String lexeme(String product) {
        return "'" + product.substring(0, product.length() - 1) + "'";
    }

    /** What may be clinical codes among what was written, in whatever system, and the ICD-10-CM categories they are in. */
    private static List<String> codes(String asked) {
        return Stream.of(asked.toUpperCase(Locale.ROOT).split("[\\s|,;:()]+"))
                .map(Finder::withoutDots)
                .filter(piece -> CODE.matcher(piece).matches())
                .flatMap(Finder::spellings)
                .distinct()
                .flatMap(code -> Stream.of(CodeSystem.values()).map(system -> system.shortName() + "|" + code))
                .toList();
    }

    /** Without the dots that a sentence ends with. */
    private static String withoutDots(String piece) {
        int end = piece.length();
        while (end > 0 && piece.charAt(end - 1) == '.') {
            end--;
        }
        return piece.substring(0, end);
    }

    private static Stream<String> spellings(String code) {
        var spelt = Coded.of(CodeSystem.ICD_10_CM, code).code();
        var icd = ICD.matcher(spelt);
        return icd.matches() ? Stream.of(code, spelt, icd.group(1)) : Stream.of(code);
    }
}
