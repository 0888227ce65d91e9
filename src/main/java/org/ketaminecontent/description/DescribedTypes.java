package org.ketaminecontent.description;

import java.beans.Introspector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.ketaminecontent.content.ContentType;

/** The content types of the application, found by the build. */
final class DescribedTypes {

    /** The schema of the collections that can be searched. */
    static final String SEARCH_NAME = "SearchType";

    /** The schema of the collections that can be synchronized. */
    static final String SYNC_NAME = "SyncType";

    private final List<? extends ContentType<?, ?>> byRank;

    private DescribedTypes(List<? extends ContentType<?, ?>> byRank) {
        this.byRank = byRank;
    }

    static DescribedTypes in(IndexView code) {
        return new DescribedTypes(code.getAllKnownImplementations(ContentType.class).stream()
                // The index also knows classes that are excluded from descriptions, but only by their supertypes.
                .filter(type -> code.getClassByName(type.name()) != null)
                .map(DescribedTypes::make)
                .sorted(Comparator.comparing(ContentType::rank))
                .toList());
    }

    private static ContentType<?, ?> make(ClassInfo type) {
        try {
            return (ContentType<?, ?>) Thread.currentThread()
                    .getContextClassLoader()
                    .loadClass(type.name().toString())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.name() + " needs a public constructor without parameters", e);
        }
    }

    List<? extends ContentType<?, ?>> byRank() {
        return byRank;
    }

    /** The content type of the documents in a field, such as {@code sideEffects}. */
    Optional<? extends ContentType<?, ?>> ofField(String field) {
        return byRank.stream()
                .filter(type -> ContentType.fieldName(type.collection()).equals(field))
                .findFirst();
    }

    /** The collection of the documents that a schema describes; a document's record may still name it. */
    Optional<String> collectionOf(String schema) {
        return byRank.stream()
                .filter(type -> schema.equals(type.schemaName())
                        || schema.equals(type.documentType().getSimpleName()))
                .map(type -> type.collection())
                .findFirst();
    }

    /**
     * The content type of the documents with a schema, such as {@code SideEffect}.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    ContentType<?, ?> ofSchema(String name) {
        return byRank.stream()
                .filter(type -> type.schemaName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Tells whether a query parameter, such as {@code sideEffect}, names a document of a content type. */
    boolean isDocument(String parameter) {
        return byRank.stream()
                .anyMatch(type -> Introspector.decapitalize(type.schemaName()).equals(parameter));
    }

    /** The name of a collection. */
    Schema nameSchema() {
        var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        byRank.forEach(type -> schema.addEnumeration(type.collection()));
        return schema;
    }
}
