package org.ketaminecontent.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as authors write it: the common form of pack files and revisions. */
public interface Content {

    /** The heading under which the document is listed. */
    String heading();

    /** CommonMark with citations and links, or null for content types without running text. */
    @Nullable
    String body();

    Confirmation confirmation();

    /** The origin of its first text. */
    Drafting drafting();

    /** Tells whether a person has edited the draft. */
    boolean editedByPerson();

    /** Its position in its collection's own order, or null for content types with another order. */
    default @Nullable Integer position() {
        return null;
    }

    /** The date as of which it was correct; null if its statements do not age. */
    default @Nullable LocalDate asOf() {
        return null;
    }

    /** The words in which readers ask for it: used by search and never shown. */
    default List<String> askedAs() {
        return List.of();
    }

    /** Former slugs of the document; they redirect to the present one. */
    List<String> formerSlugs();

    /** All texts that readers see, with their places. */
    List<Passage> passages();

    /** All links to other documents outside the running text. */
    List<ContentLink> links();

    /** The allowed number of words of the running text. */
    default WordRange bodyLength() {
        return new WordRange(0, 0);
    }

    /** Tells whether the document needs at least one reference. */
    default boolean needsReference() {
        return true;
    }

    /** Tells whether a benefit in the text requires a {@link #riskSummary}. */
    default boolean needsRiskSummary() {
        return false;
    }

    /** The outcomes that it gives numbers for. */
    default List<Risk> risks() {
        return List.of();
    }

    /** Web addresses that texts may link to because this content names them as sources. */
    default List<String> addresses() {
        return List.of();
    }

    /** The main risks and limits of the document, or null. */
    default @Nullable String riskSummary() {
        return null;
    }

    /** A range of words, both ends included. */
    record WordRange(int least, int most) {}
}
