package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Finds content types as editors name their collections. */
@ApplicationScoped
public class ContentTypeLookup {

    private final ContentTypes contentTypes;

    ContentTypeLookup(ContentTypes contentTypes) {
        this.contentTypes = contentTypes;
    }

    /**
     * The content type of a collection.
     *
     * @throws Failure where there is no such collection
     */
    public ContentType<Entry, Content> of(String collection) {
        return contentTypes
                .of(collection)
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "There is no collection '" + collection + "'; there are " + String.join(", ", collections())
                                + "."));
    }

    /** The names of the collections, in the order of the alphabet. */
    public List<String> collections() {
        return contentTypes.inOrder().stream()
                .map(ContentType::collection)
                .sorted()
                .toList();
    }

    /**
     * A document of a collection that there is, by slug or UUID.
     *
     * @throws Failure where there is no such collection or document
     */
    Work find(String collection, String name) {
        return WorkLookup.find(of(collection).collection(), name);
    }
}
