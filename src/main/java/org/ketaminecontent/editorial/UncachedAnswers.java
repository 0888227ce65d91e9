package org.ketaminecontent.editorial;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that nobody between here and there keeps. */
public final class UncachedAnswers {

    private UncachedAnswers() {}

    public static <T> RestResponse<T> ok(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static RestResponse<EditorialDocument> tagged(EditorialDocument document) {
        return RestResponse.ResponseBuilder.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, document.etag())
                .build();
    }
}
