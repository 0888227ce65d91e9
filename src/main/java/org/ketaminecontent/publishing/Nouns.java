package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Noun;

/** Every kind of content there is. */
@ApplicationScoped
public class Nouns {

    private final List<Noun<Entry, Content>> inOrder = new ArrayList<>();

    @Inject
    @SuppressWarnings("unchecked")
    Nouns(Instance<Noun<?, ?>> nouns) {
        this(nouns.stream().map(noun -> (Noun<Entry, Content>) noun).toList());
    }

    Nouns(List<Noun<Entry, Content>> nouns) {
        var waiting = new ArrayList<>(nouns);
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(noun -> noun.dependsOn().stream()
                            .allMatch(needed -> inOrder.stream()
                                    .anyMatch(ready -> ready.collection().equals(needed))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("kinds of content depend on each other in a circle"));
            inOrder.add(next);
            waiting.remove(next);
        }
    }

    /** All kinds, each after those it depends on. */
    public List<Noun<Entry, Content>> inOrder() {
        return List.copyOf(inOrder);
    }

    public Optional<Noun<Entry, Content>> of(String collection) {
        return inOrder.stream()
                .filter(noun -> noun.collection().equals(collection))
                .findFirst();
    }

    /** The kinds whose documents point to the given collection. */
    public List<Noun<Entry, Content>> pointingTo(String collection) {
        return inOrder.stream()
                .filter(noun -> noun.dependsOn().contains(collection))
                .toList();
    }
}
