package org.ketaminecontent.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketaminecontent.http.Accept;
import org.ketaminecontent.http.BuildTime;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequestGuard;
import org.ketaminecontent.http.Utf8Text;

/**
 * Static texts of the application: styles and scripts, and the API description. They are sent
 * like all other answers, compressed and with validators; the framework would send them uncompressed, with the time of
 * the first read as their date.
 */
@Singleton
class StaticAnswers {

    private static final String ASSETS = "/assets/";
    private static final String DESCRIPTION = "/openapi";
    private static final String EDITORIAL = "/openapi/editorial";

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    /** File names below a folder, with one dot, so that they cannot lead out of it. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,60}\\.(js|css|svg)");

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private static final String ASSETS_FOLDER = "META-INF/resources/assets/";

    /** The build's folder with API descriptions. */
    private static final String DESCRIPTIONS = "META-INF/quarkus-generated-openapi-doc";

    /** The first server in JSON and in YAML. */
    private static final Pattern SERVER =
            Pattern.compile("(\\bservers\"?\\s*:[\\s\\[{-]*\"?url\"?\\s*:\\s*\"?)/(\"?,?\\s)");

    private final Map<Text, CachedAnswer> ready = new ConcurrentHashMap<>();
    private final RequestFacts facts;

    StaticAnswers(RequestFacts facts) {
        this.facts = facts;
    }

    /** A static text, and the headers it is sent with. */
    private record Text(String resource, String type, String cacheControl, String vary) {}

    void observe(@Observes Router router) {
        for (var path : List.of(ASSETS + "*", DESCRIPTION + "*")) {
            router.route(path).order(RequestGuard.FIRST + 2).handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        var method = context.request().method();
        var text = method == HttpMethod.GET || method == HttpMethod.HEAD ? find(context) : Optional.<Text>empty();
        var kept = text.map(ready::get);
        if (text.isEmpty() || !exists(text.get())) {
            context.next();
        } else if (kept.isPresent()) {
            send(kept.get(), context);
        } else {
            context.vertx()
                    .executeBlocking(() -> ready.computeIfAbsent(text.get(), this::read), false)
                    .onSuccess(answer -> send(answer, context))
                    .onFailure(context::fail);
        }
    }

    private void send(CachedAnswer answer, RoutingContext context) {
        answer.reply(context.request(), () -> facts.traceId(context)).send(context, null);
    }

    private static boolean exists(Text text) {
        return Thread.currentThread().getContextClassLoader().getResource(text.resource()) != null;
    }

    private static Optional<Text> find(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.startsWith(ASSETS)) {
            return file(path.substring(ASSETS.length()), ASSETS_FOLDER, "public, immutable, max-age=600");
        }
        return description(path, context);
    }

    private static Optional<Text> file(String name, String folder, String cacheControl) {
        return FILE.matcher(name).matches()
                ? Optional.of(new Text(folder + name, type(name), cacheControl, "Accept-Encoding"))
                : Optional.empty();
    }

    private static String type(String name) {
        return Objects.requireNonNull(TYPES.get(name.substring(name.indexOf('.') + 1)), name);
    }

    private static Optional<Text> description(String path, RoutingContext context) {
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        if (!Set.of(DESCRIPTION, EDITORIAL).contains(name)) {
            return Optional.empty();
        }
        var type = switch (dot < 0 ? "" : path.substring(dot)) {
            case "" -> asked(context);
            case ".json" -> JSON;
            case ".yaml", ".yml" -> YAML;
            default -> "";
        };
        return type.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        DESCRIPTIONS
                                + (name.equals(EDITORIAL) ? "-editorial" : "")
                                + (type.equals(JSON) ? ".JSON" : ".YAML"),
                        type,
                        DescriptionCaching.CACHE_CONTROL,
                        dot < 0 ? "Accept, Accept-Encoding" : "Accept-Encoding"));
    }

    /** The format of a description whose address does not determine it. */
    private static String asked(RoutingContext context) {
        var format = context.request().getParam("format", "").toLowerCase(Locale.ROOT);
        if (!format.isEmpty()) {
            return format.equals("json") ? JSON : YAML;
        }
        return Accept.of(context.request().getHeader(HttpHeaders.ACCEPT))
                .best(List.of(YAML, JSON))
                .orElse(YAML);
    }

    private CachedAnswer read(Text text) {
        var written = content(text.resource());
        var body = text.resource().startsWith(DESCRIPTIONS) ? belowPath(written) : written;
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", text.cacheControl());
        headers.put("Vary", text.vary());
        var rendering = new CacheableAnswer(
                Utf8Text.of(body),
                Set.of(),
                BuildTime.AT,
                Map.of(),
                "en",
                text.type() + ";charset=UTF-8",
                headers,
                false,
                null);
        return CachedAnswer.of(rendering, HttpConfig.KeyHeader.SURROGATE_KEY, null)
                .prepared();
    }

    /** If a proxy serves the application below a path, the description's server is there. */
    private String belowPath(String description) {
        return facts.path().isEmpty()
                ? description
                : SERVER.matcher(description).replaceFirst("$1" + Matcher.quoteReplacement(facts.path()) + "$2");
    }

    private static String content(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
