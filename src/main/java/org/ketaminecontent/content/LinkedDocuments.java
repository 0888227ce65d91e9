package org.ketaminecontent.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A document's linked documents, for its structured data.
 *
 * @param base the server's own address, without a slash at the end
 * @param documents the documents that it links to or that link to it, by name
 */
public record LinkedDocuments(String base, Map<String, Document> documents) {

    /** The address of a document's page. */
    public String page(String collection, String slug) {
        return base + "/" + collection + "/" + slug;
    }

    /** The linked documents of a class. */
    public <D extends Document> List<D> all(List<Related> related, Class<D> kind) {
        return related.stream()
                .map(each -> documents.get(each.type() + "/" + each.slug()))
                .filter(Objects::nonNull)
                .map(kind::cast)
                .toList();
    }

    /** The linked documents as structured data. */
    public List<Thing> things(List<Related> related) {
        return all(related, Document.class).stream()
                .map(each -> each.thing(this))
                .toList();
    }
}
