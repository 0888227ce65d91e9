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
 * A document as stored in the index.
 *
 * @param numbers its risks in words
 * @param codes such as {@code icd-10-cm|F33.2}
 * @param displays the system's name for each code; empty if unknown
 * @param body one sentence in each line
 * @param at the time of its latest change
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

    /** The approximate size in memory, in bytes. */
    int weight() {
        return 2000 + body.length() + summary.length();
    }

    /** Such as {@code topics/history}. */
    String name() {
        return collection + "/" + slug;
    }

    /** The section that contains this offset. */
    SearchableBody.@Nullable Place place(int offset) {
        return places.stream()
                .filter(place -> place.offset() <= offset)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    /** The system's name for a code, if known. */
    Optional<String> display(String code) {
        return IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).equals(code) && !displays.get(i).isEmpty())
                .mapToObj(displays::get)
                .findFirst();
    }
}
