package org.ketaminecontent.content;

import java.util.List;

/**
 * A content type, as the rest of the application sees it. Each content type's package implements this once.
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

    /** The collections that documents of this type link to; they are published first. */
    List<String> dependsOn();

    /** The entity's property by which lists are sorted by default. */
    String order();

    /** A new, empty entity. */
    E create();

    /** Copies the content into the entity. */
    void apply(E entity, C content, Citations citations, LiveEntries library);

    /** Renders the entity as a document. */
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
