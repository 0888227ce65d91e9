package org.ketaminecontent.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.access.SealedTexts;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.live.ChangeDetails;

/** Writes the requests that a delivery takes: one, or as many as a cache's interface needs for all keys. */
@ApplicationScoped
class DeliveryCalls {

    /** "Max operations per request" of Cloudflare's purge, the same for every plan. */
    static final int CLOUDFLARE_TAGS = 100;

    /** The most surrogate keys of one batch purge of Fastly's. */
    static final int FASTLY_KEYS = 256;

    /** Varnish takes 8 KB of a header field; each key takes 9 bytes. */
    static final int VARNISH_KEYS = 256;

    private static final String JSON = "application/json";

    /** In the body for a build, stands for the content version that the build must at least read. */
    private static final String CONTENT_VERSION = "{{contentVersion}}";

    private static final String BUILD = "{\"contentVersion\":" + CONTENT_VERSION + "}";

    private final SealedTexts sealed;
    private final ChangeDetails changes;
    private final ContentVersions versions;
    private final ObjectMapper mapper;
    private final Clock clock;

    DeliveryCalls(
            SealedTexts sealed, ChangeDetails changes, ContentVersions versions, ObjectMapper mapper, Clock clock) {
        this.sealed = sealed;
        this.changes = changes;
        this.versions = versions;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The requests, to be made one after the other.
     *
     * @throws RefusedTarget where the secret that the server sealed them with is not known any more
     */
    List<WebhookCall> of(ClaimedDelivery delivery) {
        var url = open(delivery.url());
        return switch (delivery.kind()) {
            case STANDARD -> List.of(signed(delivery, url));
            case BUILD_HOOK ->
                List.of(new WebhookCall("POST", url, Map.of("Content-Type", JSON), built(delivery, BUILD)));
            case TEMPLATE ->
                List.of(new WebhookCall(
                        "POST",
                        url,
                        bearer(delivery),
                        built(delivery, Objects.requireNonNullElse(delivery.text(), "{}"))));
            case CLOUDFLARE ->
                batches(delivery, CLOUDFLARE_TAGS)
                        .map(keys -> new WebhookCall("POST", url, bearer(delivery), json(Map.of("tags", keys))))
                        .toList();
            case FASTLY ->
                batches(delivery, FASTLY_KEYS)
                        .map(keys -> new WebhookCall(
                                "POST",
                                url,
                                Map.of(
                                        "Content-Type", JSON,
                                        "Accept", JSON,
                                        "Fastly-Key",
                                                delivery.sealedSecret()
                                                        .map(this::open)
                                                        .orElse("")),
                                json(Map.of("surrogate_keys", keys))))
                        .toList();
            case VARNISH ->
                batches(delivery, VARNISH_KEYS)
                        .map(keys -> {
                            var headers = new HashMap<>(bearer(delivery));
                            headers.put("Surrogate-Key", String.join(" ", keys));
                            return new WebhookCall("PURGE", url, headers, "");
                        })
                        .toList();
        };
    }

    /** A test is about no change, and a try that comes late may read what came since. */
    private String built(ClaimedDelivery delivery, String body) {
        return body.replace(CONTENT_VERSION, String.valueOf(Math.max(delivery.lastNumber(), versions.content())));
    }

    /** By Standard Webhooks 1.0.0: the timestamp is the attempt's, and during a rotation both secrets sign. */
    private WebhookCall signed(ClaimedDelivery delivery, String url) {
        var payload = Objects.requireNonNull(delivery.text(), "a signed delivery has a message");
        long timestamp = clock.instant().getEpochSecond();
        var signatures = Stream.of(delivery.sealedSecret().stream(), Stream.ofNullable(delivery.formerSecret()))
                .flatMap(each -> each)
                .map(secret -> sign(open(secret), delivery.messageId(), timestamp, payload))
                .collect(Collectors.joining(" "));
        return new WebhookCall(
                "POST",
                url,
                Map.of(
                        "Content-Type",
                        JSON,
                        Webhook.UNBRANDED_MSG_ID_KEY,
                        delivery.messageId(),
                        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                        String.valueOf(timestamp),
                        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                        signatures),
                payload);
    }

    private static String sign(String secret, String id, long timestamp, String payload) {
        try {
            return new Webhook(secret).sign(id, timestamp, payload);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256, and no secret is empty", e);
        }
    }

    private Map<String, String> bearer(ClaimedDelivery delivery) {
        return delivery.sealedSecret()
                .map(token -> Map.of("Content-Type", JSON, "Authorization", "Bearer " + open(token)))
                .orElse(Map.of("Content-Type", JSON));
    }

    private Stream<List<String>> batches(ClaimedDelivery delivery, int size) {
        var keys = EventWriter.tags(changes.keys(delivery.firstNumber(), delivery.lastNumber()));
        // To try the endpoint, a key that nothing has.
        return split(keys.isEmpty() ? List.of("00000000") : keys, size).stream();
    }

    static List<List<String>> split(List<String> keys, int size) {
        var batches = new ArrayList<List<String>>();
        for (int i = 0; i < keys.size(); i += size) {
            batches.add(keys.subList(i, Math.min(i + size, keys.size())));
        }
        return batches;
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of keys is plain data", e);
        }
    }

    private String open(String text) {
        return sealed.open(text)
                .orElseThrow(
                        () -> new RefusedTarget("The address or secret was kept under a secret of the server's that"
                                + " is not set any more: make the endpoint anew."));
    }
}
