package org.ketaminecontent.crisis;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Library;

/** Somebody to turn to in danger. */
@Entity
public class CrisisResource extends Entry {

    public String name;

    @Enumerated(EnumType.STRING)
    public CrisisKind kind;

    public String jurisdiction;
    public @Nullable String call;
    public @Nullable String text;
    public @Nullable String chat;
    public @Nullable String url;
    public @Nullable String hours;
    public List<String> languages;
    public @Nullable String note;
    public int position;

    /** Stands on every page that must carry crisis contacts. */
    public boolean primaryResource;

    public @Nullable LocalDate verifiedOn;

    /** Those that stand on every page that must carry crisis contacts. */
    public static List<CrisisResource> listPrimary() {
        return list("primaryResource = true order by position");
    }

    void apply(CrisisResourceContent content, Citations citations, Library library) {
        name = content.name();
        kind = content.kind();
        jurisdiction = content.jurisdiction();
        call = content.call();
        text = content.text();
        chat = content.chat();
        url = content.url();
        hours = content.hours();
        languages = content.languages();
        note = content.note();
        position = content.position();
        primaryResource = content.primary();
        verifiedOn = content.verifiedOn();
    }

    @Override
    public String title() {
        return name;
    }
}
