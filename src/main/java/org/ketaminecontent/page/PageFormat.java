package org.ketaminecontent.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.ketaminecontent.linkeddata.LinkedData;

/** Which form of a page a client asks for: HTML unless it says otherwise. */
final class PageFormat {

    private static final MediaType LINKED_DATA = MediaType.valueOf(LinkedData.MEDIA_TYPE);

    private PageFormat() {}

    static boolean isLinkedData(HttpHeaders headers) {
        var first = headers.getAcceptableMediaTypes().stream()
                .filter(each -> each.isCompatible(LINKED_DATA) || each.isCompatible(MediaType.TEXT_HTML_TYPE))
                .findFirst();
        return first.filter(each -> !each.isCompatible(MediaType.TEXT_HTML_TYPE))
                .isPresent();
    }
}
