package org.ketaminecontent.crisis;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.danger.DangerKind;

/** A service to turn to in danger. */
@Entity
public class CrisisResource extends Entry {

    public String name;

    @Enumerated(EnumType.STRING)
    public CrisisKind kind;

    public String jurisdiction;
    public @Nullable String call;
    public @Nullable String text;

    /** The word to send to {@link #text}; null if none is needed. */
    public @Nullable String textKeyword;

    /** The number for text telephones. */
    public @Nullable String tty;

    /** The ways in which deaf people can reach it, in a sentence. */
    public @Nullable String deafAccess;

    public @Nullable String chat;
    public @Nullable String url;
    public @Nullable String hours;

    /** The reason why the hours are unknown; for editors. */
    public @Nullable String hoursNote;

    public List<String> languages;
    public @Nullable String note;
    public int position;

    /** True if it is shown on every page that must carry crisis contacts. */
    public boolean primaryResource;

    /** The kinds of danger in which it is shown first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<DangerKind> dangers = List.of();

    /** The service's own page that this entry was taken from. */
    public @Nullable String source;

    /** The day on which somebody called or wrote to the service. */
    public @Nullable LocalDate verifiedOn;

    /** The resources shown on every page that must carry crisis contacts. */
    public static List<CrisisResource> listPrimary() {
        return list("primaryResource = true order by position");
    }

    /** The resources shown first in a kind of danger, in their order. */
    static List<CrisisResource> listFor(DangerKind danger) {
        return CrisisResource.<CrisisResource>list("order by position").stream()
                .filter(each -> each.dangers.contains(danger))
                .toList();
    }

    void apply(CrisisResourceContent content, Citations citations, LiveEntries library) {
        name = content.name();
        kind = content.kind();
        jurisdiction = content.jurisdiction();
        call = content.call();
        text = content.text();
        textKeyword = content.textKeyword();
        tty = content.tty();
        deafAccess = content.deafAccess();
        chat = content.chat();
        url = content.url();
        hours = content.hours();
        hoursNote = content.hoursNote();
        languages = content.languages();
        note = content.note();
        position = content.position();
        primaryResource = content.primary();
        dangers = content.dangers();
        source = content.source();
        verifiedOn = content.verifiedOn();
    }

    /** Null if nothing that can be named confirms it. */
    @Nullable
    Verification verification() {
        if (verifiedOn != null) {
            return Verification.CALLED;
        }
        return source == null || asOf == null ? null : Verification.PUBLISHED_SOURCE;
    }

    @Override
    public String title() {
        return name;
    }
}
