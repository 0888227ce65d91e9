package org.ketaminecontent.content;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What every piece of live content is: an identity for life, a public name, and a record of its publications. */
@MappedSuperclass
public abstract class Entry extends PanacheEntityBase {

    /** UUID version 7 (RFC 9562), kept through renaming, withdrawal and return. */
    @Id
    public UUID id;

    @NaturalId(mutable = true)
    public String slug;

    /** BCP 47 language tag. */
    public String locale;

    /** Counts publications, from 1. */
    public int version;

    /** First publication. */
    public Instant publishedAt;

    /** Latest publication. */
    public Instant updatedAt;

    /** SHA-256 of the authored content, in hexadecimal. */
    public String contentHash;

    @Enumerated(EnumType.STRING)
    public Confirmation confirmation;

    /** Null in what was published before authors said so. */
    @Enumerated(EnumType.STRING)
    public @Nullable Drafting drafting;

    /** True where a person has edited the draft. */
    public boolean editedByPerson;

    /** The day for which it was true, where what it says ages. */
    public @Nullable LocalDate asOf;

    /** The words in which readers ask for it; for search alone. */
    public List<String> askedAs = List.of();

    /** True where the document speaks of depression, suicide or PTSD, and so must carry crisis contacts. */
    public boolean crisisSupport;

    /** Flesch–Kincaid grade, one decimal; null where there is too little text to grade. */
    public @Nullable Double readingGrade;

    @Embedded
    public @Nullable Review review;

    /** What was wrong in earlier versions, the latest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Erratum> errata = List.of();

    /** The heading under which the document is listed. */
    public abstract String title();
}
