package org.ketaminecontent.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A redirect, because the document has another address now. */
public class MovedPermanently extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String location;

    /** @param uri the present request, whose query is kept except for ignored parameters */
    public MovedPermanently(String location, UriInfo uri) {
        super("moved to " + location);
        var query = Optional.ofNullable(uri.getRequestUri().getRawQuery()).orElse("");
        var read = Arrays.stream(query.split("&"))
                .filter(each -> !each.isEmpty() && !ClickIdentifiers.include(each.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
        this.location = location + (read.isEmpty() ? "" : "?" + read);
    }

    public String location() {
        return location;
    }
}
