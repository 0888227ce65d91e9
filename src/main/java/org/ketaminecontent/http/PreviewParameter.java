package org.ketaminecontent.http;

import io.vertx.core.http.HttpServerRequest;

/** The query parameter of previews; answers with it are never cached. */
public final class PreviewParameter {

    /** The parameter with a preview token. */
    public static final String NAME = "preview";

    private PreviewParameter() {}

    public static boolean isIn(HttpServerRequest request) {
        var query = request.query();
        return query != null && query.contains(NAME + "=");
    }
}
