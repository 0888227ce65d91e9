package org.ketaminecontent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of the API. */
@ApplicationScoped
class ApiAddresses implements KeptAddresses {

    /** Whoever takes JSON-LD is led to pages, before this is asked for anything. */
    private static final String LINKED_DATA = "application/ld+json";

    @Override
    public List<String> routes() {
        return List.of("/v1/*");
    }

    @Override
    public Optional<String> form(@Nullable String accept) {
        return KeptAddresses.takes(accept, MediaType.APPLICATION_JSON)
                        && (accept == null || !accept.contains(LINKED_DATA))
                ? Optional.of(MediaType.APPLICATION_JSON)
                : Optional.empty();
    }
}
