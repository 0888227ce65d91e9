package org.ketaminecontent.content;

import java.util.List;

/**
 * A kind of content, as the rest of the application knows it. Each noun's package implements this once.
 *
 * <p>An entity's relation to another collection is a property with that collection's {@link #fieldName}.
 *
 * @param <E> the live entity
 * @param <C> the authored content
 */
public interface ContentType<E extends Entry, C extends Content> {

    /** The collection's name in URLs, such as {@code side-effects}. */
    String collection();

    Class<E> entityType();

    Class<C> contentType();

    Class<? extends Document> documentType();

    /** The collections whose documents this kind points to; they are published first. */
    List<String> dependsOn();

    /** The entity's property that lists are ordered by when nothing else is asked. */
    String order();

    /** A new, empty entity. */
    E create();

    /** Makes the entity say what the content says. */
    void apply(E entity, C content, Citations citations, LiveEntries library);

    /** The entity as it is delivered. */
    Document document(E entity, DeliveryContext deliveryContext, Backlinks backlinks);

    /** The name of a collection as a field, such as {@code sideEffects}. */
    static String fieldName(String collection) {
        var name = new StringBuilder();
        for (var word : collection.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
