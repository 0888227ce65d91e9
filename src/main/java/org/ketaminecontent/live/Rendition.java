package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.BodyFormat;

/** A live document as delivered: its JSON in each body format, with a placeholder for the server's address. */
@Entity
public class Rendition extends PanacheEntityBase {

    @Id
    public UUID entryId;

    /** The document's name, such as {@code topics/history}. */
    public String document;

    public boolean crisisSupport;

    /** The names of the documents that it links to or that link to it. */
    public List<String> shown;

    public String html;
    public String markdown;
    public String plain;

    /** See {@link RenditionHead}; null if another build wrote it. */
    public @Nullable String head;

    /** The number of the change that produced it. */
    public long number;

    public Instant at;

    /** The build of the application that wrote it; another build may render differently. */
    public String build;

    /** The day from which it must be rendered again; null if it does not depend on the day. */
    public @Nullable LocalDate goodUntil;

    /** BCP 47 tag of its language. */
    public String locale;

    /** The texts for the search index, as JSON. */
    public String searchText;

    /** The column of a body format. */
    static String column(BodyFormat format) {
        return switch (format) {
            case HTML -> "html";
            case MARKDOWN -> "markdown";
            case TEXT -> "plain";
        };
    }

    public boolean hasSameTexts(Rendition other) {
        return html.equals(other.html)
                && markdown.equals(other.markdown)
                && plain.equals(other.plain)
                && (searchText.isEmpty() || searchText.equals(other.searchText));
    }
}
