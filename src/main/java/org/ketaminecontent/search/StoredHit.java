package org.ketaminecontent.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/**
 * A document as the index shows it.
 *
 * @param numbers how many people something happened to, in words
 * @param codes such as {@code icd-10-cm|F33.2}
 * @param displays what each code system calls it; empty where that is not known
 * @param body a sentence in each line
 * @param at when it last changed
 */
record StoredHit(
        UUID id,
        String collection,
        String slug,
        String title,
        List<String> names,
        String summary,
        @Nullable String riskSummary,
        @Nullable String numbers,
        List<String> codes,
        List<String> displays,
        String body,
        List<SearchableBody.Place> places,
        boolean crisisSupport,
        Instant at) {

    static StoredHit of(StoredFields fields, int document) throws IOException {
        var stored = fields.document(document);
        return new StoredHit(
                UUID.fromString(stored.get(IndexFields.ID)),
                stored.get(IndexFields.COLLECTION),
                stored.get(IndexFields.SLUG),
                stored.get(TextField.TITLE.field),
                List.of(stored.getValues(IndexFields.NAME)),
                stored.get(TextField.SUMMARY.field),
                stored.get(IndexFields.RISK_SUMMARY),
                stored.get(IndexFields.NUMBERS),
                List.of(stored.getValues(IndexFields.CODE)),
                List.of(stored.getValues(IndexFields.DISPLAY)),
                stored.get(TextField.BODY.field),
                Arrays.stream(stored.getValues(IndexFields.PLACES))
                        .map(SearchableBody.Place::of)
                        .toList(),
                Objects.requireNonNull(stored.getField(IndexFields.CRISIS_SUPPORT))
                                .numericValue()
                                .intValue()
                        == 1,
                Instant.ofEpochSecond(Objects.requireNonNull(stored.getField(IndexFields.AT))
                        .numericValue()
                        .longValue()));
    }

    /** Its size in memory, about, in bytes. */
    int weight() {
        return 2000 + body.length() + summary.length();
    }

    /** Such as {@code topics/history}. */
    String name() {
        return collection + "/" + slug;
    }

    /** The part of the body that holds this place. */
    SearchableBody.@Nullable Place place(int offset) {
        return places.stream()
                .filter(place -> place.offset() <= offset)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    /** What its system calls a code, as far as it is known. */
    Optional<String> display(String code) {
        return IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).equals(code) && !displays.get(i).isEmpty())
                .mapToObj(displays::get)
                .findFirst();
    }
}
