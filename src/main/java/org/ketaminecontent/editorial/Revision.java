package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.ContentHash;

/** A version of a document. It never changes. */
@Entity
@IdClass(Revision.Key.class)
public class Revision extends PanacheEntityBase {

    private static final int MOST_ALIKE = 1000;

    @Id
    @Column(updatable = false)
    public UUID workId;

    /** Counts from 1 within the document. */
    @Id
    @Column(updatable = false)
    public int number;

    @Column(updatable = false)
    public String slug;

    /** The authored content as JSON. */
    @Column(updatable = false)
    public String content;

    @Column(updatable = false)
    public String contentHash;

    /** True where it changes no more than a misspelling, so that the last review still holds. */
    @Column(updatable = false)
    public boolean minor;

    /** The change and its reason, in its author's words. */
    @Column(updatable = false)
    public @Nullable String note;

    @Column(updatable = false)
    public boolean fromPack;

    /** The revision that it was made from. */
    @Column(updatable = false)
    public @Nullable Integer basedOn;

    /** Everybody who wrote a part of it since the document was last published, by id. */
    @Column(updatable = false)
    public List<String> authors;

    @Column(updatable = false)
    public String writtenBy;

    @Column(updatable = false)
    public String writtenByName;

    @Column(updatable = false)
    public Instant writtenAt;

    /** The document's {@link Work#tag} with it. */
    @Column(updatable = false)
    public long tag;

    /** The table's primary key. */
    public record Key(UUID workId, int number) {}

    static Revision of(Work work, int number, String slug, Content content, Actor author, Instant now) {
        var revision = new Revision();
        revision.workId = work.id;
        revision.number = number;
        revision.slug = slug;
        revision.content = AuthoredJson.text(content);
        revision.contentHash = ContentHash.of(content);
        revision.authors = Stream.of(author.id(), author.owner()).distinct().toList();
        revision.writtenBy = author.id();
        revision.writtenByName = author.name();
        revision.writtenAt = now;
        revision.tag = work.tag;
        return revision;
    }

    static Optional<Revision> find(Work work, int number) {
        return findByIdOptional(new Key(work.id, number));
    }

    /** @throws Failure where the document has no version of this number */
    static Revision required(Work work, int number) {
        return find(work, number)
                .orElseThrow(() -> new Failure(
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        "'" + work.key() + "' has no revision " + number + "; the latest is " + work.revisions + "."));
    }

    static Revision head(Work work) {
        return find(work, work.head).orElseThrow();
    }

    /** Those before a number, the latest first. */
    static List<Revision> before(Work work, int number, int limit) {
        return Revision.<Revision>find("workId = ?1 and number < ?2 order by number desc", work.id, number)
                .range(0, limit - 1)
                .list();
    }

    /** The one that was the newest when the document had this tag. */
    static Optional<Revision> at(Work work, long tag) {
        return find("workId = ?1 and tag <= ?2 order by number desc", work.id, tag)
                .firstResultOptional();
    }

    /** Those of any document that say the same, to the last letter. */
    static List<Revision> ofSameText(String contentHash) {
        return find("contentHash = ?1 order by writtenAt", contentHash)
                .range(0, MOST_ALIKE - 1)
                .list();
    }

    static List<Revision> latest(Work work, int most) {
        return find("workId = ?1 order by number desc", work.id)
                .range(0, most - 1)
                .list();
    }

    /** The latest that came from the pack. */
    static Optional<Revision> latestFromPack(Work work) {
        return find("workId = ?1 and fromPack order by number desc", work.id).firstResultOptional();
    }

    <C extends Content> C read(ContentType<?, C> contentType) {
        return AuthoredJson.stored(content, contentType.contentType());
    }

    /** Tells if it is the same word for word, under the same name. */
    boolean says(Manuscript manuscript) {
        return slug.equals(manuscript.slug()) && contentHash.equals(ContentHash.of(manuscript.content()));
    }

    static boolean isSame(Manuscript one, Manuscript other) {
        return one.slug().equals(other.slug()) && ContentHash.of(one.content()).equals(ContentHash.of(other.content()));
    }

    /** The content as it was written. */
    JsonNode tree() {
        return AuthoredJson.parse(content);
    }

    /** The same as it is sent. */
    ObjectNode draft() {
        var draft = JsonNodeFactory.instance.objectNode().put("slug", slug);
        draft.set("content", tree());
        return draft;
    }

    Manuscript manuscript(ContentType<?, ? extends Content> contentType) {
        return new Manuscript(contentType.collection(), slug, read(contentType));
    }
}
