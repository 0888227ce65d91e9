package org.ketaminecontent.content;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A link from authored content to another document.
 *
 * @param pointer the place of the link, as a JSON pointer (RFC 6901)
 */
public record ContentLink(String pointer, String collection, String slug) {

    /** One link for each slug in a list. */
    public static Stream<ContentLink> list(String pointer, String collection, List<String> slugs) {
        return IntStream.range(0, slugs.size())
                .mapToObj(i -> new ContentLink(pointer + "/" + i, collection, slugs.get(i)));
    }
}
