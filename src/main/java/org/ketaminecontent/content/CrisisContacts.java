package org.ketaminecontent.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.danger.DangerKind;

/** Finds the crisis contacts to show with an answer. */
public interface CrisisContacts {

    /** A contact; numbers as dialed. */
    record Contact(
            String slug,
            String name,
            String jurisdiction,
            @Nullable String call,
            @Nullable String text,
            @Nullable String textKeyword,
            @Nullable String url,
            @Nullable String hours) {}

    /** The collection of all crisis contacts. */
    String collection();

    /** The contacts shown on every page that must carry some. */
    List<Contact> primary();

    /** The contacts shown first in a kind of danger, in their order, for all countries. */
    List<Contact> firstIn(DangerKind danger);
}
