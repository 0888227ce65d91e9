package org.ketaminecontent.http;

import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The template of a request's path, such as {@code /v1/topics/{slug}}, which metrics count the request under. What is
 * answered without the framework must say it itself: metrics would begin a line for each document.
 */
public final class PathTemplate {

    /** Where Quarkus puts it when it finds an operation, and where its own metrics and traces look. */
    private static final String NAME = "UrlPathTemplate";

    private PathTemplate() {}

    /** Null where no operation was found. */
    public static @Nullable String of(RoutingContext context) {
        return own(context).getLocal(NAME);
    }

    public static void put(RoutingContext context, @Nullable String template) {
        if (template != null) {
            own(context).putLocal(NAME, template);
        }
    }

    private static Context own(RoutingContext context) {
        return ((HttpServerRequestInternal) context.request()).context();
    }
}
