package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.content.Coded;
import org.ketaminecontent.publishing.Select;
import org.ketaminecontent.search.LookupAnswer.Match;

/** Finds documents by clinical codes. */
@ApplicationScoped
class CodeIndex {

    private static final int LENGTH_OF_CATEGORY = 3;

    /** So many that speak of what the code stands for. */
    private static final int TEXTS = 5;

    /** Documents that have the code itself come first, then those with one above it, then others of its category. */
    private static final String CODED = """
            select e.entry_id, e.collection, e.slug, e.title, e.summary, e.risk_summary, r.crisis_support, r.at,
                coded.code,
                coded.display, coded.code = ? as exact
            from search_entry e join rendition r using (entry_id)
            cross join lateral (
                select code, display from unnest(e.codes, e.displays) as each (code, display)
                where code = ? or (?::text is not null and starts_with(code, ?))
                order by code = ? desc, starts_with(?, code) desc, length(code), code limit 1
            ) coded
            order by exact desc, starts_with(?, coded.code) desc, e.collection = 'conditions' desc, e.slug collate ucs_basic
            limit 100
            """;

    private static final String DISPLAY = """
            select display from search_entry, unnest(codes, displays) as each (code, display)
            where codes @> array[?::text] and code = ? and display <> '' limit 1
            """;

    /** Each risk in both framings with its limit; a benefit is delivered only with the harms that balance it. */
    private static final String NUMBERS = """
            select r.entry_id, string_agg(concat_ws(' ', risk -> 'text' ->> 'with', risk -> 'text' ->> 'without',
                risk -> 'text' ->> 'positive', risk ->> 'limit'), ' ' order by place) as numbers
            from rendition r, jsonb_array_elements(r.plain::jsonb -> 'risks') with ordinality as each (risk, place)
            where r.entry_id = any(?) group by r.entry_id
            """;

    private final Select select;
    private final Finder finder;

    CodeIndex(Select select, Finder finder) {
        this.select = select;
        this.finder = finder;
    }

    /** The beginning of the codes of its category; only ICD-10-CM codes say it. */
    private static @Nullable String category(Coded asked) {
        return asked.system() == CodeSystem.ICD_10_CM && asked.code().length() >= LENGTH_OF_CATEGORY
                ? asked.system().shortName() + "|" + asked.code().substring(0, LENGTH_OF_CATEGORY)
                : null;
    }

    /** A document that a code leads to. */
    record Found(
            String collection,
            String slug,
            String title,
            String summary,
            @Nullable String riskSummary,
            boolean crisisSupport,
            UUID id,
            Instant at,
            Match match,
            @Nullable String matchedCode) {

        String name() {
            return collection + "/" + slug;
        }
    }

    /** What the system calls it, as far as the content knows. */
    Optional<String> display(Coded asked) {
        return select
                .rows(
                        DISPLAY,
                        (connection, statement) -> {
                            statement.setString(1, asked.full());
                            statement.setString(2, asked.full());
                        },
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** The documents that a code leads to, the nearest first. */
    List<Found> find(Coded asked, Optional<String> display) {
        var found = new LinkedHashMap<String, Found>();
        coded(asked).forEach(each -> found.put(each.name(), each));
        display.map(this::speakingOf).orElse(List.of()).forEach(each -> found.putIfAbsent(each.name(), each));
        return new ArrayList<>(found.values());
    }

    /** The documents that speak of something. */
    List<Found> speakingOf(String words) {
        return speakingOf(words, List.of(), List.of());
    }

    /** The documents of these collections and themes that speak of something. */
    List<Found> speakingOf(String words, List<String> collections, List<String> themes) {
        return finder.find(finder.understand(words), collections, themes, 0, TEXTS).stream()
                .map(each -> new Found(
                        each.collection(),
                        each.slug(),
                        each.title(),
                        each.summary(),
                        each.riskSummary(),
                        each.crisisSupport(),
                        each.id(),
                        each.at(),
                        Match.TEXT,
                        null))
                .toList();
    }

    /** What documents say in numbers, by their ids; nothing for those without any. */
    Map<UUID, String> numbers(List<UUID> ids) {
        return select
                .rows(
                        NUMBERS,
                        (connection, statement) ->
                                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray())),
                        row -> Map.entry(row.getObject("entry_id", UUID.class), row.getString("numbers")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Found> coded(Coded asked) {
        return select.rows(
                CODED,
                (connection, statement) -> {
                    statement.setString(1, asked.full());
                    statement.setString(2, asked.full());
                    statement.setString(3, category(asked));
                    statement.setString(4, category(asked));
                    statement.setString(5, asked.full());
                    statement.setString(6, asked.full());
                    statement.setString(7, asked.full());
                },
                row -> new Found(
                        row.getString("collection"),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("risk_summary"),
                        row.getBoolean("crisis_support"),
                        row.getObject("entry_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("exact") ? Match.EXACT : Match.BROADER,
                        row.getString("code")));
    }
}
