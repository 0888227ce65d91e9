package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.OptionalBody;
import org.ketaminecontent.http.Problem.Detail;
import org.ketaminecontent.http.SecurityEvents;

/** The API keys of the editorial API. */
@Path("/editorial/v1/keys")
@Tag(name = "Keys", description = "API keys for tools and partners.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyResource {

    private static final int LONGEST_NAME = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    private final ApiKeys keys;
    private final SecurityEvents securityEvents;
    private final Clock clock;

    KeyResource(ApiKeys keys, SecurityEvents securityEvents, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.securityEvents = securityEvents;
    }

    /** A requested key. */
    @Schema(
            name = "KeyRequest",
            requiredProperties = {"name", "scopes"})
    public record Wanted(
            @Schema(description = "The person or tool that the key is for.", maxLength = 100) @Nullable
            String name,

            @Schema(
                    description =
                            "The rights of the key, each of which its maker must have: read, write, review, publish,"
                                    + " admin.")
            @Nullable
            List<Right> scopes,

            @Schema(description = "The time at which the key expires; never if absent.") @Nullable
            Instant expiresAt,

            @Schema(
                    description =
                            "The person who holds the key and in whose name it signs reviews. Keys of one name have"
                                    + " one owner. People make keys only in their own name.")
            @Nullable
            String reviewerName,

            @Nullable String credentials) {

        ApiKeys.Wanted checked(Instant now) {
            var errors = new ArrayList<Detail>();
            if (name == null
                    || name.isBlank()
                    || CodePoints.count(name) > LONGEST_NAME
                    || CONTROL.matcher(name).find()) {
                errors.add(JsonBodyReader.detail("/name", "must be a line of 1 to " + LONGEST_NAME + " characters"));
            }
            if (scopes == null || scopes.isEmpty() || scopes.contains(null)) {
                errors.add(JsonBodyReader.detail(
                        "/scopes", "must name one or more of read, write, review, publish, admin"));
            }
            if (expiresAt != null && expiresAt.isBefore(now)) {
                errors.add(JsonBodyReader.detail("/expiresAt", "must be in the future"));
            }
            Stream.of(reviewerName, credentials)
                    .filter(each -> each != null && (each.isBlank() || CodePoints.count(each) > LONGEST_NAME))
                    .findFirst()
                    .ifPresent(each -> errors.add(JsonBodyReader.detail(
                            "/reviewerName", "must, like the credentials, have 1 to " + LONGEST_NAME + " characters")));
            if (!errors.isEmpty() || name == null || scopes == null) {
                throw JsonBodyReader.invalid(errors);
            }
            return new ApiKeys.Wanted(name, EnumSet.copyOf(scopes), expiresAt, reviewerName, credentials);
        }
    }

    /** The time for which the old key remains valid. */
    @OptionalBody
    @Schema(name = "KeyRotation")
    public record Rotation(
            @Schema(
                    description = "Hours for which the old key remains valid: 24 by default, 720 at most.",
                    minimum = "0",
                    maximum = "720")
            @Nullable
            Integer overlapHours) {

        Duration overlap() {
            var overlap = overlapHours == null ? USUAL_OVERLAP : Duration.ofHours(overlapHours);
            if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
                throw JsonBodyReader.invalid(
                        List.of(JsonBodyReader.detail("/overlapHours", "must be 0 to " + LONGEST_OVERLAP.toHours())));
            }
            return overlap;
        }
    }

    /** A key without its secret. */
    @Schema(name = "Key")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String id,
            String name,
            List<Right> scopes,
            boolean active,

            @Schema(description = "The person behind the key, or the key itself.")
            String owner,

            @Nullable String reviewerName,
            @Nullable String credentials,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String replacedBy,
            @Nullable LocalDate lastUsedOn,

            @Schema(description = "The key itself: only in the answer that creates it, and never again.") @Nullable
            String key) {

        static Shown of(ApiKey key, @Nullable String text, Instant now) {
            return new Shown(
                    key.id,
                    key.name,
                    key.rights.stream()
                            .map(each -> Right.valueOf(each.toUpperCase(Locale.ROOT)))
                            .toList(),
                    key.isActive(now),
                    key.madeBy,
                    key.reviewerName,
                    key.reviewerCredentials,
                    key.madeAt,
                    key.expiresAt,
                    key.revokedAt,
                    key.replacedBy,
                    key.lastUsedOn,
                    text);
        }
    }

    /** All keys, active or not, the latest first. */
    @Schema(name = "Keys")
    public record KeyList(List<Shown> data) {}

    @GET
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "List API keys")
    public RestResponse<KeyList> listKeys() {
        return answer(
                RestResponse.Status.OK,
                new KeyList(keys.all().stream().map(key -> shown(key, null)).toList()));
    }

    @POST
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Create an API key",
            description = "The key is returned once and is not stored: an `Idempotency-Key` does not return it again.")
    public RestResponse<Shown> makeKey(Wanted body, @Context RoutingContext context) {
        var made = keys.make(Authorization.actor(context), body.checked(clock.instant()));
        tell("key-made", made.key(), context);
        return answer(RestResponse.Status.CREATED, shown(made.key(), made.text()));
    }

    @GET
    @Path("/{id}")
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "Read an API key")
    public RestResponse<Shown> getKey(@RestPath String id) {
        return answer(RestResponse.Status.OK, shown(keys.find(id), null));
    }

    @POST
    @Path("/{id}/rotate")
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Rotate an API key",
            description = "Creates a key in place of this one, which remains valid for a while. It requires the key"
                    + " itself, or its owner's own sign-in, so that nobody gets a key that signs in another"
                    + " person's name.")
    public RestResponse<Shown> rotateKey(@RestPath String id, Rotation body, @Context RoutingContext context) {
        var made = keys.rotate(Authorization.actor(context), id, clock.instant().plus(body.overlap()));
        tell("key-rotated", made.key(), context);
        return answer(RestResponse.Status.CREATED, shown(made.key(), made.text()));
    }

    @POST
    @Path("/{id}/revoke")
    @RequiresRight(Right.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Revoke an API key")
    public RestResponse<Shown> revokeKey(@RestPath String id, @Context RoutingContext context) {
        var revoked = keys.revoke(Authorization.actor(context), id);
        tell("key-revoked", revoked, context);
        return answer(RestResponse.Status.OK, shown(revoked, null));
    }

    private Shown shown(ApiKey key, @Nullable String text) {
        return Shown.of(key, text, clock.instant());
    }

    /** People are not named in the log; the audit log has their names. */
    private void tell(String event, ApiKey key, RoutingContext context) {
        var actor = Authorization.actor(context).id();
        securityEvents.key(event, key.id, actor.startsWith("key:") ? actor : "a person");
    }

    private static <T> RestResponse<T> answer(RestResponse.Status status, T body) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
