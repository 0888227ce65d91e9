package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeQuery;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.search.LookupAnswer.Match;
import org.ketaminecontent.search.Ranking.Filters;

/** Finds documents by clinical codes. */
@ApplicationScoped
class CodeLookup {

    /** A clinical code usually names a condition. */
    private static final String CONDITIONS = "conditions";

    private static final int LENGTH_OF_CATEGORY = 3;
    private static final int MOST = 100;

    /** The maximum number of documents found by text. */
    private static final int TEXTS = 5;

    private final SearchIndex index;
    private final DocumentFinder finder;

    CodeLookup(SearchIndex index, DocumentFinder finder) {
        this.index = index;
        this.finder = finder;
    }

    /** A document found for a code. */
    record Coding(StoredHit document, Match match, @Nullable String matchedCode) {

        String collection() {
            return document.collection();
        }

        String name() {
            return document.name();
        }

        boolean crisisSupport() {
            return document.crisisSupport();
        }

        UUID id() {
            return document.id();
        }

        Instant at() {
            return document.at();
        }
    }

    /** The system's name for the code, if the content has it. */
    Optional<String> display(CodeQuery asked) {
        return documents(new TermQuery(new Term(IndexFields.CODE, asked.full()))).stream()
                .flatMap(document -> document.display(asked.full()).stream())
                .findFirst();
    }

    /** The documents for a code, the closest first. */
    List<Coding> find(CodeQuery asked, Optional<String> display) {
        var found = new LinkedHashMap<String, Coding>();
        coded(asked).forEach(each -> found.put(each.name(), each));
        display.map(this::speakingOf).orElse(List.of()).forEach(each -> found.putIfAbsent(each.name(), each));
        return new ArrayList<>(found.values());
    }

    /** The documents about something. */
    List<Coding> speakingOf(String words) {
        return speakingOf(words, Filters.NONE);
    }

    /** The documents about something, among those that pass the filters. */
    List<Coding> speakingOf(String words, Filters filters) {
        return finder.speakingOf(words, filters, TEXTS).stream()
                .map(each -> new Coding(each, Match.TEXT, null))
                .toList();
    }

    /** Documents with the code itself first, then those with a parent code, then others of its category. */
    private List<Coding> coded(CodeQuery asked) {
        var full = asked.full();
        return category(asked)
                .map(category -> documents(new PrefixQuery(new Term(IndexFields.CODE, category))))
                .orElseGet(() -> documents(new TermQuery(new Term(IndexFields.CODE, full))))
                .stream()
                .map(document -> coding(document, full, category(asked).orElse(full)))
                .sorted(Comparator.comparing(Coding::match)
                        .thenComparing(each -> !full.startsWith(String.valueOf(each.matchedCode())))
                        .thenComparing(each -> !each.collection().equals(CONDITIONS))
                        .thenComparing(each -> each.document().slug()))
                .toList();
    }

    private static Coding coding(StoredHit document, String full, String category) {
        var nearest = document.codes().stream()
                .filter(code -> code.startsWith(category))
                .min(Comparator.<String, Boolean>comparing(code -> !code.equals(full))
                        .thenComparing(code -> !full.startsWith(code))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        return new Coding(document, nearest.equals(full) ? Match.EXACT : Match.BROADER, nearest);
    }

    /** The prefix of the codes of its category; only ICD-10-CM codes have one. */
    private static Optional<String> category(CodeQuery asked) {
        return Stream.of(asked)
                .filter(each ->
                        each.system() == CodeSystem.ICD_10_CM && each.code().length() >= LENGTH_OF_CATEGORY)
                .map(each -> each.system().shortName() + "|" + each.code().substring(0, LENGTH_OF_CATEGORY))
                .findFirst();
    }

    private List<StoredHit> documents(Query query) {
        return index.read(searcher -> read(searcher, query));
    }

    private static List<StoredHit> read(LiveSearcher searcher, Query query) throws IOException {
        var found = new ArrayList<StoredHit>();
        for (var each : searcher.search(new ConstantScoreQuery(query), MOST).scoreDocs) {
            found.add(searcher.hit(each.doc));
        }
        return found;
    }
}
