package org.ketaminecontent.content;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A content type: the repository of its live entities, with every fact that the rest of the application needs to know
 * about it. Each content type's package implements this once.
 *
 * <p>An entity's relation to another collection is a property with that collection's {@link #fieldName}.
 *
 * @param <E> the live entity
 * @param <C> the authored content
 */
public interface ContentType<E extends Entry, C extends Content> extends PanacheRepositoryBase<E, UUID> {

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

    /** The position of the collection in the menu of all pages, from 1; 0 if only their footer links to it. */
    default int menuPosition() {
        return 0;
    }

    /** True if its page lists documents by their first letter, as a dictionary does; otherwise by theme. */
    default boolean isListedByLetter() {
        return false;
    }

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

    /** The properties by which lists can be sorted: a record that is read in place of the entity. */
    Class<? extends SortKeys> sortKeys();

    /** The names of all properties by which lists can be sorted, the default first. */
    default List<String> sortKeyNames() {
        return SortKeys.of(sortKeys()).map(RecordComponent::getName).toList();
    }

    /** The property of entity and document that is the title, such as {@code question}. */
    String titleProperty();

    /** The field of the document that is its summary, such as {@code shortAnswer}. */
    default String summaryField() {
        return "summary";
    }

    /** The fields of the document that may state a benefit, and so are never delivered without the risk summary. */
    default Set<String> benefitFields() {
        return Set.of("sections", "summary");
    }

    /** The fields of the content, besides the body, that are longer than a line. */
    default Set<String> longFields() {
        return Set.of("summary", "riskSummary");
    }

    /**
     * The fields of the content in which a few words can change without a new review. Facts, risks, doses, status,
     * frequency and instructions for emergencies are never among them.
     */
    default Set<String> minorFields() {
        return Set.of();
    }

    default Optional<E> findBySlug(String slug) {
        return getSession().bySimpleNaturalId(entityType()).loadOptional(slug);
    }

    /** The ids and slugs of all live documents, in the order of their slugs. */
    default List<EntryName> listNames() {
        return findAll(Sort.by("slug")).project(EntryName.class).list();
    }

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
