package org.ketaminecontent.embed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableRoutes;
import org.ketaminecontent.page.ReaderCountry;

/** The addresses of frames, and of the page where they are chosen. */
@ApplicationScoped
class EmbedAddresses implements CacheableRoutes {

    private static final String CONTACTS = "/embed/" + EmbedTarget.CONTACTS;

    @Override
    public List<String> routes() {
        return List.of("/embed/*", "/builder");
    }

    /** Crisis contacts are those of the reader's country, unless the address names one. */
    @Override
    public String variant(String path, @Nullable String acceptLanguage) {
        var country = path.equals(CONTACTS) ? ReaderCountry.of(acceptLanguage) : null;
        return country == null ? "" : country;
    }

    @Override
    public List<String> forms(String path) {
        return List.of(MediaType.TEXT_HTML);
    }
}
