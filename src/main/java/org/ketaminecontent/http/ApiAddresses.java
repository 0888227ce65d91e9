package org.ketaminecontent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of the API. */
@ApplicationScoped
class ApiAddresses implements KeptAddresses {

    @Override
    public List<String> routes() {
        return List.of("/v1/*");
    }

    @Override
    public Optional<String> form(@Nullable String accept) {
        return KeptAddresses.takes(accept, MediaType.APPLICATION_JSON)
                ? Optional.of(MediaType.APPLICATION_JSON)
                : Optional.empty();
    }
}
