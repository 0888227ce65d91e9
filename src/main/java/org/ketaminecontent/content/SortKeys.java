package org.ketaminecontent.content;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The properties of an entity by which its lists can be sorted, read without the rest of it. The components of the
 * record have the names of the entity's properties and of the document's fields; the first is the default.
 */
public interface SortKeys {

    UUID id();

    String slug();

    Instant publishedAt();

    Instant updatedAt();

    /** The sort keys that a record has, in its order. */
    static Stream<RecordComponent> of(Class<? extends SortKeys> type) {
        return SortKeyComponents.of(type).stream();
    }
}
