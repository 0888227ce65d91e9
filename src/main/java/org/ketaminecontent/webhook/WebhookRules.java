package org.ketaminecontent.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem.Detail;

/** Holds settings of an endpoint against the rules, and says all that is wrong at once. */
@ApplicationScoped
class WebhookRules {

    static final int USUAL_DEBOUNCE = 30;
    private static final int LONGEST_DEBOUNCE = 300;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BODY = 8000;
    private static final int MOST_LOCALES = 50;
    private static final Pattern LINE =
            Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]*[^\\p{C}\\p{Z}][^\\p{C}\\p{Zl}\\p{Zp}]*");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,500}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final WebhookTargets targets;
    private final Set<String> collections = new TreeSet<>();
    private final ObjectMapper mapper;

    WebhookRules(WebhookTargets targets, ContentTypes contentTypes, ObjectMapper mapper) {
        this.targets = targets;
        this.mapper = mapper;
        contentTypes.inOrder().forEach(each -> collections.add(each.collection()));
    }

    /**
     * Refuses settings that break a rule.
     *
     * @param isNew whether there is no endpoint yet, which has an address and a token of its own
     * @throws org.ketaminecontent.http.Failure with a pointer to each place
     */
    void check(WebhookSettings settings, boolean isNew) {
        var errors = new ArrayList<Detail>();
        var kind = settings.kind();
        if (kind == null) {
            errors.add(JsonBodyReader.detail(
                    "/kind", "must be one of standard, build-hook, cloudflare, fastly, varnish," + " template"));
        } else {
            checkFor(kind, settings, isNew, errors);
        }
        var name = settings.name();
        if (name == null
                || CodePoints.count(name) > LONGEST_NAME
                || !LINE.matcher(name).matches()) {
            errors.add(JsonBodyReader.detail("/name", "must be a line of 1 to " + LONGEST_NAME + " characters"));
        }
        checkUrl(settings.url(), isNew, errors);
        checkFilters(settings, errors);
        if (!errors.isEmpty()) {
            throw JsonBodyReader.invalid(errors);
        }
    }

    /** Refuses to remove what an endpoint of this kind needs. */
    static void checkPatch(WebhookKind kind, JsonNode patch) {
        if (patch.path("url").isNull()
                || (kind.needsToken() && patch.path("token").isNull())) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("", "it needs its address and its token")));
        }
    }

    /**
     * Refuses to send a token, which nobody can read, to a host that it was not given for.
     *
     * @param present empty where it cannot be read any more
     * @param next null where the address stays
     */
    static void checkMove(Optional<String> present, @Nullable String next) {
        if (next != null && !present.map(WebhookRules::origin).equals(Optional.of(origin(next)))) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("/token", "must be sent again with an address on another host")));
        }
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return (uri.getScheme() + "://" + uri.getHost() + ":" + WebhookTargets.port(uri)).toLowerCase(Locale.ROOT);
    }

    private void checkUrl(@Nullable String url, boolean isNew, List<Detail> errors) {
        try {
            if (url != null) {
                targets.parse(url);
            } else if (isNew) {
                errors.add(JsonBodyReader.detail("/url", "must be an https address"));
            }
        } catch (RefusedTarget e) {
            errors.add(JsonBodyReader.detail("/url", String.valueOf(e.getMessage())));
        }
    }

    private void checkFor(WebhookKind kind, WebhookSettings settings, boolean isNew, List<Detail> errors) {
        var token = settings.token();
        if (token != null && !kind.takesToken()) {
            errors.add(JsonBodyReader.detail("/token", "is not sent by a webhook of this kind"));
        } else if (token != null && !TOKEN.matcher(token).matches()) {
            errors.add(JsonBodyReader.detail("/token", "must be 1 to 500 characters of ASCII without spaces"));
        } else if (token == null && isNew && kind.needsToken()) {
            errors.add(JsonBodyReader.detail("/token", "is needed to purge"));
        }
        if ((settings.body() != null) != (kind == WebhookKind.TEMPLATE)) {
            errors.add(JsonBodyReader.detail("/body", "is what a template sends, and nothing else does"));
        } else if (settings.body() != null && !isJson(settings.body())) {
            errors.add(JsonBodyReader.detail("/body", "must be JSON of " + LONGEST_BODY + " characters or fewer"));
        }
        var debounce = settings.debounceSeconds();
        if (debounce != null && !kind.isBuild()) {
            errors.add(JsonBodyReader.detail("/debounceSeconds", "is for build hooks and templates"));
        } else if (debounce != null && (debounce < 0 || debounce > LONGEST_DEBOUNCE)) {
            errors.add(JsonBodyReader.detail("/debounceSeconds", "must be 0 to " + LONGEST_DEBOUNCE));
        }
        boolean isFiltered = !list(settings.events()).isEmpty()
                || !list(settings.collections()).isEmpty()
                || !list(settings.locales()).isEmpty();
        if (kind.isPurge() && isFiltered) {
            errors.add(JsonBodyReader.detail("", "a purge takes no filters: a cache must drop all that changed"));
        }
    }

    private boolean isJson(String body) {
        try {
            return body.length() <= LONGEST_BODY
                    && !mapper.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(body)
                            .isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void checkFilters(WebhookSettings settings, List<Detail> errors) {
        if (list(settings.events()).stream().anyMatch(each -> each == null || each == WebhookEvent.TEST)) {
            errors.add(JsonBodyReader.detail("/events", "must name events of documents; endpoint.test always comes"));
        }
        if (!list(settings.collections()).stream().allMatch(each -> each != null && collections.contains(each))) {
            errors.add(JsonBodyReader.detail("/collections", "must be among " + String.join(", ", collections)));
        }
        var locales = list(settings.locales());
        if (locales.size() > MOST_LOCALES
                || !locales.stream()
                        .allMatch(each -> each != null && LOCALE.matcher(each).matches())) {
            errors.add(JsonBodyReader.detail("/locales", "must be language tags such as en (BCP 47)"));
        }
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
