package org.ketaminecontent.publishing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Related;

/**
 * The links to some documents of one collection.
 *
 * @param byCollection the collections that link to it, in the order of lists for readers; for each the documents by the
 *     identifier of the document that they link to
 */
record FoundBacklinks(Map<String, Map<UUID, List<Related>>> byCollection) implements Backlinks {

    @Override
    public List<Related> to(Entry target, String collection) {
        return byCollection.getOrDefault(collection, Map.of()).getOrDefault(target.id, List.of());
    }

    @Override
    public List<Related> to(Entry target) {
        return byCollection.keySet().stream()
                .flatMap(collection -> to(target, collection).stream())
                .toList();
    }
}
