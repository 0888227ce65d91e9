package org.ketaminecontent.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.ketaminecontent.cache.CacheableRoutes;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.linkeddata.LinkedData;

/** The addresses of pages: the root, and every collection with its documents. */
@ApplicationScoped
class PageAddresses implements CacheableRoutes {

    private final ContentTypes contentTypes;

    PageAddresses(ContentTypes contentTypes) {
        this.contentTypes = contentTypes;
    }

    @Override
    public List<String> routes() {
        var routes = new ArrayList<String>(List.of("/"));
        // Each pattern also stands for the collection itself.
        contentTypes.inOrder().forEach(contentType -> routes.add("/" + contentType.collection() + "/*"));
        return routes;
    }

    @Override
    public List<String> forms(String path) {
        return path.equals("/") ? List.of(MediaType.TEXT_HTML) : List.of(MediaType.TEXT_HTML, LinkedData.MEDIA_TYPE);
    }
}
