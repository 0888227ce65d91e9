package org.ketaminecontent.embed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ketaminecontent.cache.CacheableRoutes;

/** The addresses of frames, and of the page where they are chosen. */
@ApplicationScoped
class EmbedAddresses implements CacheableRoutes {

    @Override
    public List<String> routes() {
        return List.of("/embed/*", "/builder");
    }

    @Override
    public List<String> forms(String path) {
        return List.of(MediaType.TEXT_HTML);
    }
}
