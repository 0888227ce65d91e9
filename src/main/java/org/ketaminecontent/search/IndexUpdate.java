package org.ketaminecontent.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.danger.DangerKind;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.live.SearchTexts;

/** Updates an index to the present content, by the change log if possible, otherwise completely. */
@ApplicationScoped
class IndexUpdate {

    private static final Logger LOG = Logger.getLogger(IndexUpdate.class);

    /** The number of documents in memory at once. */
    private static final int AT_ONCE = 200;

    private final SearchTexts texts;
    private final CrisisContacts contacts;

    IndexUpdate(SearchTexts texts, CrisisContacts contacts) {
        this.texts = texts;
        this.contacts = contacts;
    }

    /** Tells whether the state of the index is an earlier state of this database. */
    boolean canFollow(LiveIndex index) {
        return index.state().filter(state -> texts.isPast(state.stamp())).isPresent();
    }

    /** Applies the changes since, and tells whether there were any. */
    boolean follow(LiveIndex index) throws IOException {
        var before = index.state().orElseThrow();
        var now = state(texts.latest(), Optional.of(before));
        if (now.equals(before)) {
            return false;
        }
        var changed = texts.changed(before.stamp().number(), now.stamp().number());
        for (int i = 0; i < changed.size(); i += AT_ONCE) {
            var ids = changed.subList(i, Math.min(i + AT_ONCE, changed.size()));
            index.replace(ids, texts.identified(index.language().tag(), ids));
        }
        index.show(now);
        return true;
    }

    /** Indexes all content. Documents that change meanwhile are indexed twice. */
    void makeAnew(LiveIndex index) throws IOException {
        long begun = System.nanoTime();
        var now = state(texts.latest(), Optional.empty());
        index.clear();
        int count = 0;
        UUID last = null;
        List<SearchTexts.Entry> next;
        do {
            next = texts.after(index.language().tag(), last, AT_ONCE);
            index.add(next);
            count += next.size();
            last = next.isEmpty() ? null : next.get(next.size() - 1).id();
        } while (next.size() == AT_ONCE);
        index.show(now);
        index.compact();
        LOG.infof(
                "Search: %d documents indexed in %d ms",
                count, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private IndexState state(Stamp stamp, Optional<IndexState> before) {
        long contactsNumber = texts.latestOf(contacts.collection());
        return before.filter(state -> state.contactsNumber() == contactsNumber)
                .map(state -> new IndexState(
                        texts.build(),
                        stamp,
                        contactsNumber,
                        state.contacts(),
                        state.firstContacts(),
                        texts.synonyms()))
                .orElseGet(() -> QuarkusTransaction.joiningExisting()
                        .call(() -> new IndexState(
                                texts.build(),
                                stamp,
                                contactsNumber,
                                contacts.primary(),
                                firstContacts(),
                                texts.synonyms())));
    }

    private Map<DangerKind, List<CrisisContacts.Contact>> firstContacts() {
        return Stream.of(DangerKind.values()).collect(Collectors.toMap(Function.identity(), contacts::firstIn));
    }
}
