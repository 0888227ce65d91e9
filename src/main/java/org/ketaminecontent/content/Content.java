package org.ketaminecontent.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as authors write it: the one shape of pack files and revisions. */
public interface Content {

    /** The heading under which the document is listed. */
    String heading();

    /** CommonMark with citations and links, or null for kinds without running text. */
    @Nullable
    String body();

    Confirmation confirmation();

    /** How its first text was written. */
    Drafting drafting();

    /** Whether a person has edited the draft. */
    boolean editedByPerson();

    /** Its place in its collection's own order, or null for kinds that are ordered otherwise. */
    default @Nullable Integer position() {
        return null;
    }

    /** The day for which it was true, where what it says ages; null where it does not. */
    default @Nullable LocalDate asOf() {
        return null;
    }

    /** The words in which readers ask for it: what search finds it by, and no reader is shown. */
    default List<String> askedAs() {
        return List.of();
    }

    /** Names the document had before; they redirect to the present one. */
    List<String> formerSlugs();

    /** Every text a reader will see, with where it stands. */
    List<Passage> passages();

    /** Every document this one points to outside its running text. */
    List<Pointer> pointers();

    /** How many words the running text may have. */
    default WordRange bodyLength() {
        return new WordRange(0, 0);
    }

    /** Whether the document must rest on at least one reference. */
    default boolean needsReference() {
        return true;
    }

    /** Whether a benefit in the text asks for a {@link #riskSummary}. */
    default boolean needsRiskSummary() {
        return false;
    }

    /** How many people something happened to, as numbers. */
    default List<Risk> risks() {
        return List.of();
    }

    /** Web addresses that texts may link to because this content names them as a source. */
    default List<String> addresses() {
        return List.of();
    }

    /** The risks and limits that go with what the document says, or null. */
    default @Nullable String riskSummary() {
        return null;
    }

    /** A range of words, both ends included. */
    record WordRange(int least, int most) {}
}
