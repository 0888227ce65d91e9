package org.ketaminecontent.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.live.RenditionReader.Stored;

/**
 * The dependencies of an answer.
 *
 * @param keys the names of the documents and lists that it shows
 * @param stamp the latest change to any of them
 * @param contactsVersion the number of the latest change to the crisis contacts; empty if it shows none
 */
record Dependencies(Set<String> keys, Stamp stamp, Optional<Long> contactsVersion) {

    /** @param contacts the collection of the crisis contacts */
    static Dependencies of(List<Stored> documents, Map<String, List<Stored>> included, Stamp listed, String contacts) {
        var all = Stream.concat(documents.stream(), included.values().stream().flatMap(List::stream))
                .toList();
        boolean needsCrisis = all.stream().anyMatch(Stored::crisisSupport);
        var keys = new HashSet<String>();
        var stamp = listed;
        for (var each : all) {
            keys.add(each.name());
            stamp = stamp.or(each.stamp());
        }
        if (!needsCrisis) {
            return new Dependencies(keys, stamp, Optional.empty());
        }
        var latestContacts = all.get(0).aside();
        keys.add(contacts);
        return new Dependencies(keys, stamp.or(latestContacts), Optional.of(latestContacts.number()));
    }

    /** The same for an answer that also shows the members of a collection. */
    Dependencies with(String collection, Collection<String> decisive) {
        var more = new HashSet<>(keys);
        more.add(collection);
        more.addAll(decisive);
        return new Dependencies(more, stamp, contactsVersion);
    }
}
