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

/** A live document as it is delivered: JSON, in each form of running text, with links that begin with no address yet. */
@Entity
public class Rendition extends PanacheEntityBase {

    @Id
    public UUID entryId;

    /** The document's name, such as {@code topics/history}. */
    public String document;

    public boolean crisisSupport;

    /** The names of the documents it points to, or is pointed at by. */
    public List<String> shown;

    public String html;
    public String markdown;
    public String plain;

    /** See {@link RenditionHead}; null where another build wrote it. */
    public @Nullable String head;

    /** The change that made it what it is. */
    public long number;

    public Instant at;

    /** The build of the application that wrote it; another one may write it differently. */
    public String build;

    /** The day from which on it says something else; null where it does not depend on the day. */
    public @Nullable LocalDate goodUntil;

    /** BCP 47 tag of the language it is in. */
    public String locale;

    /** What the document is found by, as JSON. */
    public String searchText;

    /** The column that holds a form. */
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
