package org.ketaminecontent.content;

import java.util.List;

/**
 * A content type, with every fact that the rest of the application needs to know about it. Each content type's package
 * implements this once.
 *
 * <p>An entity's relation to another collection is a property with that collection's {@link #fieldName}.
 *
 * @param <E> the live entity
 * @param <C> the authored content
 */
public interface ContentType<E extends Entry, C extends Content> {

    /** The collection's name in URLs, such as {@code side-effects}. */
    String collection();

    /** The name of one document for readers, such as {@code Side effect}. */
    String singular();

    /** The name of the collection for readers, such as {@code Side effects}. */
    String plural();

    /** A sentence that tells readers what the collection is for. */
    String purpose();

    /** The position of the collection in lists of collections, from 1. */
    int rank();

    /** The weight of a hit of this content type in search, above 0; 1 for most. */
    default double searchWeight() {
        return 1;
    }

    /** True if its documents are sources: running text may link to their web addresses. */
    default boolean isSource() {
        return false;
    }

    /** True if its documents are for readers: pages suggest them, and clinics can embed them. */
    default boolean isArticle() {
        return false;
    }

    /** The name of its documents in the API's description, such as {@code SideEffect}. */
    default String schemaName() {
        return entityType().getSimpleName();
    }

    Class<E> entityType();

    Class<C> contentType();

    Class<? extends Document> documentType();

    /** The collections that documents of this type link to; they are published first. */
    List<String> dependsOn();

    /** The entity's property by which lists are sorted by default. */
    String order();

    /** The entity's property that is the title of its documents, such as {@code question}. */
    String titleProperty();

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
