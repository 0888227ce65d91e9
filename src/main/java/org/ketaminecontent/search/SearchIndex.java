package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.publishing.Select;

/**
 * Ranks documents by how much of what was asked they hold, and where: in the title and other names, the summary, a heading
 * or the text. A word says the more the fewer documents hold it (inverse document frequency, as in BM25); the documents
 * that are ranked are those that hold one of the words that say something, so that the cost does not grow with the number
 * of documents that hold a common one.
 */
@ApplicationScoped
class SearchIndex {

    /** The words that say the most; more are not weighed. */
    private static final int MOST_TERMS = 6;

    /** The words that say the most, of which a document must hold one. */
    private static final int MOST_DECISIVE = 3;

    /** The best that can be paged through. */
    static final int DEPTH = 100;

    /** So many documents that hold a decisive word, and so many of their sections, are ranked. */
    private static final int CONSIDERED = 600;

    private static final int FEW = 60;
    private static final double COMMON_SHARE = 0.25;
    private static final double LEAST_WEIGHT = 0.05;

    /** Around what is marked in highlights; letters that no text has. */
    static final char MARK = '\ue000';

    static final char UNMARK = '\ue001';

    /**
     * Phrases that lose most of their words, because those are in every text, say something else without them. A phrase
     * is in no more documents than the rarest of its words; a term is in at least as many as its commonest phrase.
     */
    private static final String WEIGH = """
            with phrase as (
                select term, role, phraseto_tsquery('content_en', words) as query,
                    array_length(regexp_split_to_array(words, '[^[:alnum:]]+'), 1) as length,
                    (select coalesce(min(coalesce(documents, 0)), 0)
                        from unnest(tsvector_to_array(to_tsvector('content_en', words))) asked (lexeme)
                        left join search_lexeme using (lexeme)) as documents
                from unnest(?::int[], ?::int[], ?::text[]) asked (term, role, words)
            ), kept as (
                select * from phrase where numnode(query) > 0 and numnode(query) + 1 >= length
            )
            select term, string_agg('(' || query::text || ')', ' | ') filter (where role = 0) as typed,
                string_agg('(' || query::text || ')', ' | ') filter (where role <= 1 and documents > 0) as same,
                string_agg('(' || query::text || ')', ' | ') filter (where documents > 0 or role = 0) as everything,
                max(documents) as documents
            from kept group by term order by term
            """;

    private static final String ASKED = """
            with term as materialized (
                select weight, a::tsquery as a, b::tsquery as b, c::tsquery as c, d::tsquery as d, near::tsquery as near
                from unnest(?::float8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    asked (weight, a, b, c, d, near)
            ), wanted as materialized (
                select ?::tsquery as words, ?::text[] as codes, ?::text[] as collections, ?::text[] as themes
            ), entry as not materialized (
                select e.* from search_entry e, wanted
                where (cardinality(collections) = 0 or e.collection = any(collections))
                    and (cardinality(themes) = 0 or e.theme = any(themes))
            )""";

    private static final String HEAD_SCORE = """
            (select coalesce(sum(weight * case
                when not e.head @@ near then 0 when e.head @@ a then 1 when e.head @@ b then 0.9 when e.head @@ c then 0.45 else 0.3 end), 0) from term)""";

    private static final String SECTION_SCORE = """
            (select coalesce(sum(weight * case
                when not s.words @@ near then 0 when s.words @@ a then 0.6 when s.words @@ d then 0.3 else 0.1 end), 0) from term)""";

    private static final String FIND = ASKED
            + """
            , head_hit as (
                select e.entry_id, %1$s as score from (
                    select e.* from entry e, wanted
                    where e.head @@ wanted.words or e.codes && wanted.codes limit %5$d
                ) e
                order by score desc, e.slug collate ucs_basic limit %3$d
            ), section_hit as (
                select s.entry_id, max(%2$s) as score from (
                    select entry_id, words from search_section where words @@ (select words from wanted) limit %5$d
                ) s join entry e on e.entry_id = s.entry_id
                group by s.entry_id order by score desc, s.entry_id limit %3$d
            ), product as materialized (
                select ?::tsquery as asked, ?::tsquery as other, ?::tsquery as typed, ?::text as text, ?::tsquery as marked
            ), candidate as (
                select entry_id from head_hit union select entry_id from section_hit
            ), ranked as (
                select e.*, best.anchor, best.heading, best.body, e.codes && wanted.codes as has_code,
                    coalesce(e.head @@ product.other and not e.head @@ product.asked, false) as related,
                    coalesce(e.head @@ product.typed or best.words @@ product.typed, false) as has_typed,
                    %1$s + 0.7 * best.score as words_score,
                    similarity(lower(e.title), product.text)
                        + case when lower(e.title) = product.text or product.text = any(lower(e.names::text)::text[])
                        then 1 else 0 end as likeness
                from candidate join entry e using (entry_id) cross join wanted cross join product
                cross join lateral (
                    select s.anchor, s.heading, s.body, s.words, %2$s as score
                    from search_section s where s.entry_id = e.entry_id order by score desc, s.position limit 1
                ) best
            ), scored as (
                select ranked.*, (words_score / (select greatest(sum(weight), 0.1) from term) + 0.5 * likeness
                        + case when has_code then 5 else 0 end)
                    * case when related then 0.5 else 1 end
                    * case collection when 'references' then 0.35 when 'glossary' then 0.85 when 'crisis-resources' then 0.7
                        when 'conditions' then 1.05 else 1 end as score
                from ranked order by score desc, slug collate ucs_basic limit %3$d
            ), page as (
                select * from scored order by score desc, slug collate ucs_basic offset ? limit ?
            )
            select page.*, rendition.crisis_support, rendition.at,
                ts_headline('content_en', title, mark, 'HighlightAll=true, %4$s') as marked_title,
                ts_headline('content_en', summary, mark, 'HighlightAll=true, %4$s') as marked_summary,
                ts_headline('content_en', body, mark, 'MaxWords=35, MinWords=15, %4$s') as marked_section
            from page join rendition using (entry_id) cross join product
            cross join lateral (select case when has_typed then product.typed else product.marked end as mark) mark
            order by score desc, page.slug collate ucs_basic
            """.formatted(HEAD_SCORE, SECTION_SCORE, DEPTH, "StartSel=" + MARK + ", StopSel=" + UNMARK, CONSIDERED);

    private static final String COUNT = ASKED + """
            , hit as materialized (
                select e.collection, e.theme, e.certainties from entry e, wanted
                where e.head @@ wanted.words or e.codes && wanted.codes or e.entry_id in (
                    select entry_id from search_section s where s.words @@ (select words from wanted))
            )
            select 'type' as facet, collection as value, count(*) as documents from hit group by collection
            union all select 'theme', theme, count(*) from hit where theme is not null group by theme
            union all select 'certainty', certainty, count(*) from hit, unnest(certainties) certainty group by certainty
            order by facet, documents desc, value
            """;

    private final Select select;

    SearchIndex(Select select) {
        this.select = select;
    }

    /** The number of all documents. */
    long size() {
        return select.rows("select count(*) from search_entry", (connection, statement) -> {}, row -> row.getLong(1))
                .get(0);
    }

    /** What the content has for each term; terms of stop words alone are left out. */
    List<Term.Weighed> weigh(List<Term> terms) {
        var places = new ArrayList<Integer>();
        var roles = new ArrayList<Integer>();
        var phrases = new ArrayList<String>();
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var all = List.of(List.of(term.typed()), term.same(), term.near());
            for (int role = 0; role < all.size(); role++) {
                for (var words : all.get(role)) {
                    places.add(i);
                    roles.add(role);
                    phrases.add(words);
                }
            }
        }
        return select.rows(
                WEIGH,
                (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("int", places.toArray()));
                    statement.setArray(2, connection.createArrayOf("int", roles.toArray()));
                    statement.setArray(3, Select.texts(connection, phrases));
                },
                row -> new Term.Weighed(
                        terms.get(row.getInt("term")),
                        row.getString("typed"),
                        row.getString("same"),
                        row.getString("everything"),
                        row.getInt("documents")));
    }

    /**
     * What documents are wanted, apart from the words; empty lists take all.
     *
     * @param codes clinical codes, any of which a document may have
     * @param product the product that is asked for, as a {@code tsquery}, and the one that must not stand in for it
     */
    record Limits(
            List<String> collections,
            List<String> themes,
            List<String> codes,
            @Nullable String product,
            @Nullable String otherProduct) {}

    /** A document that was found; highlights hold {@link #MARK} and {@link #UNMARK}. */
    record Found(
            UUID id,
            String collection,
            String slug,
            String title,
            List<String> names,
            String summary,
            @Nullable String riskSummary,
            @Nullable String anchor,
            @Nullable String heading,
            String markedTitle,
            String markedSummary,
            String markedSection,
            boolean hasTyped,
            boolean hasCode,
            boolean related,
            boolean crisisSupport,
            Instant at,
            double score) {}

    /** How many of the documents that were found have a value. */
    record Count(String facet, String value, int documents) {}

    /** The best documents from an offset. */
    List<Found> find(String asked, List<Term.Weighed> terms, Limits limits, int offset, int limit) {
        var query = new Query(terms, size(), limits);
        return select.rows(
                FIND,
                (connection, statement) -> {
                    int next = query.bind(connection, statement);
                    statement.setString(next++, limits.product());
                    statement.setString(next++, limits.otherProduct());
                    statement.setString(next++, query.typed());
                    statement.setString(next++, asked);
                    statement.setString(next++, query.marked());
                    statement.setInt(next++, offset);
                    statement.setInt(next, limit);
                },
                SearchIndex::found);
    }

    /** How the documents that were found are spread. */
    List<Count> count(List<Term.Weighed> terms, Limits limits) {
        var query = new Query(terms, size(), limits);
        return select.rows(
                COUNT,
                query::bind,
                row -> new Count(row.getString("facet"), row.getString("value"), row.getInt("documents")));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("entry_id", UUID.class),
                row.getString("collection"),
                row.getString("slug"),
                row.getString("title"),
                Select.texts(row, "names"),
                row.getString("summary"),
                row.getString("risk_summary"),
                row.getString("anchor"),
                row.getString("heading"),
                row.getString("marked_title"),
                row.getString("marked_summary"),
                row.getString("marked_section"),
                row.getBoolean("has_typed"),
                row.getBoolean("has_code"),
                row.getBoolean("related"),
                row.getBoolean("crisis_support"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getDouble("score"));
    }

    /** What is asked, as the statements take it. */
    private record Query(List<Term.Weighed> terms, long size, Limits limits) {

        private static final Pattern LEXEME = Pattern.compile("'(?:[^']|'')*'");
        private static final String NOTHING = "";

        int bind(Connection connection, PreparedStatement statement) throws SQLException {
            var found = strongest();
            var weights = found.stream().map(this::weight).toArray();
            var same = found.stream().map(Query::same).toList();
            int place = 1;
            statement.setArray(place++, connection.createArrayOf("float8", weights));
            statement.setArray(place++, Select.texts(connection, in(same, "A")));
            statement.setArray(place++, Select.texts(connection, in(same, "B")));
            statement.setArray(place++, Select.texts(connection, in(same, "C")));
            statement.setArray(place++, Select.texts(connection, in(same, "D")));
            statement.setArray(
                    place++,
                    Select.texts(
                            connection, found.stream().map(Term.Weighed::all).toList()));
            statement.setString(place++, decisive(found));
            statement.setArray(place++, Select.texts(connection, limits.codes()));
            statement.setArray(place++, Select.texts(connection, limits.collections()));
            statement.setArray(place++, Select.texts(connection, limits.themes()));
            return place;
        }

        /** Inverse document frequency. */
        private double weight(Term.Weighed term) {
            var weight = Math.log1p((size - term.documents() + 0.5) / (term.documents() + 0.5));
            return Math.max(LEAST_WEIGHT, weight);
        }

        /** The terms that the content has something for, those that say the most first. */
        private List<Term.Weighed> strongest() {
            return terms.stream()
                    .filter(term -> term.documents() > 0)
                    .sorted(Comparator.comparingInt(Term.Weighed::documents))
                    .limit(MOST_TERMS)
                    .toList();
        }

        private boolean isCommon(Term.Weighed term) {
            return term.documents() > Math.max(FEW, size * COMMON_SHARE);
        }

        /** What a document must hold: a word that says something or, where none does, the ones that say the most. */
        private String decisive(List<Term.Weighed> found) {
            var telling = found.stream()
                    .filter(term -> !isCommon(term))
                    .limit(MOST_DECISIVE)
                    .toList();
            return telling.isEmpty() ? join(found.stream().limit(MOST_DECISIVE).toList(), " & ") : join(telling, " | ");
        }

        /** What the reader wrote. */
        String typed() {
            return terms.stream()
                    .map(Term.Weighed::typed)
                    .filter(Objects::nonNull)
                    .map("(%s)"::formatted)
                    .collect(Collectors.joining(" | "));
        }

        /** What is marked in highlights. */
        String marked() {
            return join(terms, " | ");
        }

        private static String join(List<Term.Weighed> terms, String operator) {
            return terms.stream().map(term -> "(" + term.all() + ")").collect(Collectors.joining(operator));
        }

        private static String same(Term.Weighed term) {
            return Objects.requireNonNullElse(term.same(), NOTHING);
        }

        private static List<String> in(List<String> queries, String label) {
            return queries.stream()
                    .map(query -> LEXEME.matcher(query).replaceAll("$0:" + label))
                    .toList();
        }
    }
}
