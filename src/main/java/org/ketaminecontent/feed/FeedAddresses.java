package org.ketaminecontent.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ketaminecontent.cache.CacheableRoutes;

/** The cacheable addresses of feeds. Each has one format, whatever {@code Accept} says. */
@ApplicationScoped
class FeedAddresses implements CacheableRoutes {

    @Override
    public List<String> routes() {
        return List.of("/feeds/*", "/sitemap.xml", "/robots.txt", "/.well-known/api-catalog", "/oembed");
    }

    @Override
    public List<String> forms(String path) {
        return List.of();
    }
}
