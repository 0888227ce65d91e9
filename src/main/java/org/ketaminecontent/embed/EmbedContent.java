package org.ketaminecontent.embed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.page.CountryContacts;
import org.ketaminecontent.page.DocumentView;

/**
 * The content of an embed, of any kind and flavor, with all that must stand beside it.
 *
 * @param views the documents with the parts to show; none where it shows none
 * @param countries the contacts to show; none where it shows none
 * @param crisis the contacts to show beside the text; null where it needs none, or is contacts itself
 * @param review who signed it off, or that nobody has, and how it was drafted
 * @param version of the only document; 0 where it is not one
 * @param updated the day of the latest change; null where nothing in it can change
 */
record EmbedContent(
        EmbedTarget target,
        EmbedStyle looks,
        String title,
        List<DocumentView> views,
        List<CountryContacts> countries,
        Meta.@Nullable Crisis crisis,
        String review,
        int version,
        @Nullable String updated,
        DocumentReader.Around around) {

    public EmbedTarget.Kind kind() {
        return target.kind();
    }

    public String base() {
        return around.base();
    }

    public Meta meta() {
        return around.meta();
    }

    /** The page that all of it is on. */
    public String url() {
        return target.page(base());
    }

    /** The address at which the custom element reads it. */
    public String api() {
        return target.api(base());
    }

    /** The address of its frame. */
    public String frame() {
        return target.frame(base()).with(looks.parameters());
    }

    /** The height of its frame in pixels, about, at the usual width. */
    public int height() {
        return FrameHeight.of(this, FrameHeight.USUAL_WIDTH);
    }

    public boolean isSearch() {
        return kind() == EmbedTarget.Kind.SEARCH;
    }

    /** The level of headings below the title. */
    public int lowerLevel() {
        return DocumentView.below(looks.headingLevel());
    }

    /** Tells whether it is one document or a part of it. */
    public boolean isDocument() {
        return target instanceof EmbedTarget.OneDocument;
    }

    /** Tells whether more than the main sentences is shown. */
    public boolean isFull() {
        return looks.isFull() || kind() == EmbedTarget.Kind.SECTION;
    }
}
