package org.ketaminecontent.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableRoutes;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.linkeddata.LinkedData;

/** The addresses of pages: the root, and every collection with its documents. */
@ApplicationScoped
class PageAddresses implements CacheableRoutes {

    private static final List<String> ALONE = List.of("/", "/developers", "/changes", "/offline");

    private final ContentTypes contentTypes;
    private final String contacts;

    PageAddresses(ContentTypes contentTypes, CrisisContacts contacts) {
        this.contacts = "/" + contacts.collection();
        this.contentTypes = contentTypes;
    }

    @Override
    public List<String> routes() {
        var routes = new ArrayList<String>(ALONE);
        // Each pattern also stands for the collection itself.
        contentTypes.inOrder().forEach(contentType -> routes.add("/" + contentType.collection() + "/*"));
        return routes;
    }

    /** Crisis contacts begin with those of the reader's country. */
    @Override
    public String variant(String path, @Nullable String acceptLanguage) {
        var country = path.equals(contacts) ? ReaderCountry.of(acceptLanguage) : null;
        return country == null ? "" : country;
    }

    @Override
    public List<String> forms(String path) {
        return ALONE.contains(path)
                ? List.of(MediaType.TEXT_HTML)
                : List.of(MediaType.TEXT_HTML, LinkedData.MEDIA_TYPE);
    }
}
