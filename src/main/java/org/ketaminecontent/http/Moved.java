package org.ketaminecontent.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The document has another address now. */
public class Moved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String location;

    /** @param uri the present request, whose query goes along */
    public Moved(String location, UriInfo uri) {
        super("moved to " + location);
        this.location = location
                + Optional.ofNullable(uri.getRequestUri().getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    public String location() {
        return location;
    }
}
