package org.ketaminecontent.http;

import io.vertx.core.http.HttpServerRequest;

/** The query parameter with which a request sees a draft; its answers are kept nowhere. */
public final class PreviewParameter {

    /** The parameter that holds a preview's token. */
    public static final String NAME = "preview";

    private PreviewParameter() {}

    public static boolean isIn(HttpServerRequest request) {
        var query = request.query();
        return query != null && query.contains(NAME + "=");
    }
}
