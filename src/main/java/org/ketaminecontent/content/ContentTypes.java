package org.ketaminecontent.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All content types. */
@ApplicationScoped
public class ContentTypes {

    private final List<ContentType<Entry, Content>> inOrder = new ArrayList<>();

    @Inject
    @SuppressWarnings("unchecked")
    ContentTypes(Instance<ContentType<?, ?>> contentTypes) {
        this(contentTypes.stream()
                .map(contentType -> (ContentType<Entry, Content>) contentType)
                .toList());
    }

    ContentTypes(List<ContentType<Entry, Content>> contentTypes) {
        var waiting = new ArrayList<>(contentTypes);
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(contentType -> contentType.dependsOn().stream()
                            .allMatch(needed -> inOrder.stream()
                                    .anyMatch(ready -> ready.collection().equals(needed))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("content types depend on each other in a circle"));
            inOrder.add(next);
            waiting.remove(next);
        }
    }

    /** All content types, each after those it depends on. */
    public List<ContentType<Entry, Content>> inOrder() {
        return List.copyOf(inOrder);
    }

    /** All content types in the order of lists for readers. */
    public List<ContentType<Entry, Content>> byRank() {
        return inOrder.stream().sorted(Comparator.comparing(ContentType::rank)).toList();
    }

    /** The content types whose documents are for readers, in the order of lists. */
    public List<ContentType<Entry, Content>> articles() {
        return byRank().stream().filter(ContentType::isArticle).toList();
    }

    /** The content types whose documents are sources. */
    public List<ContentType<Entry, Content>> sources() {
        return inOrder.stream().filter(ContentType::isSource).toList();
    }

    /**
     * The content type of a collection.
     *
     * @throws NoSuchElementException if there is none
     */
    public ContentType<Entry, Content> named(String collection) {
        return of(collection).orElseThrow();
    }

    public Optional<ContentType<Entry, Content>> of(String collection) {
        return inOrder.stream()
                .filter(contentType -> contentType.collection().equals(collection))
                .findFirst();
    }

    /** The content types whose documents link to the given collection, in the order of lists. */
    public List<ContentType<Entry, Content>> pointingTo(String collection) {
        return byRank().stream()
                .filter(contentType -> contentType.dependsOn().contains(collection))
                .toList();
    }
}
