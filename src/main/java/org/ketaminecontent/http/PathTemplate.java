package org.ketaminecontent.http;

import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The template of a request's path, such as {@code /v1/topics/{slug}}, used by metrics. Answers without the framework
 * must set it themselves, because metrics would otherwise have a series for each document.
 */
public final class PathTemplate {

    /** The context key under which Quarkus sets it, and its metrics and traces read it. */
    private static final String NAME = "UrlPathTemplate";

    private PathTemplate() {}

    /** The template; null if no operation was found. */
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
