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

/** The common part of all live entities: a permanent id, a slug, and the history of publications. */
@MappedSuperclass
public abstract class Entry extends PanacheEntityBase {

    /** UUID version 7 (RFC 9562), kept through renaming, withdrawal and return. */
    @Id
    public UUID id;

    @NaturalId(mutable = true)
    public String slug;

    /** BCP 47 language tag. */
    public String locale;

    /** The number of publications, from 1. */
    public int version;

    /** The time of the first publication. */
    public Instant publishedAt;

    /** The time of the latest publication. */
    public Instant updatedAt;

    /** The time at which it will be withdrawn; null if none is set. */
    public @Nullable Instant expiresAt;

    /** SHA-256 of the authored content, in hexadecimal. */
    public String contentHash;

    @Enumerated(EnumType.STRING)
    public Confirmation confirmation;

    /** Null for content published before authors stated it. */
    @Enumerated(EnumType.STRING)
    public @Nullable Drafting drafting;

    /** True if a person has edited the draft. */
    public boolean editedByPerson;

    /** The date as of which it was correct; null if its statements do not age. */
    public @Nullable LocalDate asOf;

    /** The words in which readers ask for it; used only by search. */
    public List<String> askedAs = List.of();

    /** True if the document is about depression, suicide or PTSD and so must carry crisis contacts. */
    public boolean crisisSupport;

    /** Flesch–Kincaid grade, one decimal; null for too little text. */
    public @Nullable Double readingGrade;

    @Embedded
    public @Nullable Review review;

    /** Corrections of earlier versions, the latest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Erratum> errata = List.of();

    /** The heading under which the document is listed. */
    public abstract String title();
}
