package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives public forms before a worker thread is used, so that slow or incomplete forms delay nobody else. Their size
 * is limited.
 */
@Singleton
class FormBodies {

    /** The limit of public forms in bytes. */
    static final int SHORT = 16 * 1024;

    private static final List<String> OPEN_TO_ALL = List.of("/infobutton", "/studio/sign-in", "/studio/sign-out");
    private static final String OTHERS = "/studio/*";

    private final EarlyRefusals refusals;
    private final int longest;

    FormBodies(EarlyRefusals refusals, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
        this.refusals = refusals;
        this.longest = Math.toIntExact(longest.asLongValue());
    }

    void observe(@Observes Router router) {
        OPEN_TO_ALL.forEach(path -> router.route(HttpMethod.POST, path)
                .order(RequestGuard.FIRST + 3)
                .handler(form -> take(form, SHORT)));
        router.route(HttpMethod.POST, OTHERS).order(RequestGuard.FIRST + 3).handler(form -> take(form, longest));
    }

    private void take(RoutingContext context, int most) {
        var request = context.request();
        if (context.body() != null && context.body().buffer() != null) {
            context.next();
            return;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            refuse(context, most);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= most) {
                body.appendBuffer(part);
            } else if (!context.response().ended()) {
                refuse(context, most);
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
    }

    /**
     * The rest of the body is read and discarded, because otherwise the client would not receive the answer (RFC 9112,
     * section 9.6).
     */
    private void refuse(RoutingContext context, int most) {
        refusals.send(
                new Failure(
                        ErrorCode.BODY_TOO_LARGE,
                        "The form has more than the " + most + " bytes that are allowed here."),
                context);
    }
}
