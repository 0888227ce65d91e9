package org.ketaminecontent.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A document's surroundings, for what is told of it on the web.
 *
 * @param base the server's own address, without a slash at the end
 * @param documents those that the document points to or is pointed at by, by name
 */
public record LinkedDocuments(String base, Map<String, Document> documents) {

    /** The address of a document's page. */
    public String page(String collection, String slug) {
        return base + "/" + collection + "/" + slug;
    }

    /** The documents of this kind among those pointed to. */
    public <D extends Document> List<D> all(List<Related> related, Class<D> kind) {
        return related.stream()
                .map(each -> documents.get(each.type() + "/" + each.slug()))
                .filter(Objects::nonNull)
                .map(kind::cast)
                .toList();
    }

    /** What structured data says of the documents pointed to. */
    public List<Thing> things(List<Related> related) {
        return all(related, Document.class).stream()
                .map(each -> each.thing(this))
                .toList();
    }
}
