package org.ketaminecontent.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.danger.DangerKind;

/** Whom to turn to in danger: the contacts that stand beside everything that asks for them. */
public interface CrisisContacts {

    /** A contact; numbers as dialled. */
    record Contact(
            String slug,
            String name,
            String jurisdiction,
            @Nullable String call,
            @Nullable String text,
            @Nullable String textKeyword,
            @Nullable String url,
            @Nullable String hours) {}

    /** The collection that holds them all. */
    String collection();

    /** The contacts that stand on every page that must carry some. */
    List<Contact> primary();

    /** The contacts that come first in a danger, in their order; all over the world. */
    List<Contact> firstIn(DangerKind danger);
}
