package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The audit log of the API. */
@Path("/editorial/v1/audit")
@Tag(name = "Audit", description = "The audit log of all actions. Entries are never changed or removed.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int USUAL = 50;

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** An entry of the audit log. */
    @Schema(name = "AuditEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long number,
            Instant at,

            @Schema(description = "Such as `oidc:…` or `key:…`.")
            String actor,

            String actorName,
            @Schema(description = "Such as `publish`.") String action,

            @Schema(description = "The id of the document or key concerned.")
            String subject,

            @Nullable Integer revision,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "Further details.")
            String detail,

            @Schema(description = "SHA-256 of the content before.") @Nullable
            String beforeDigest,

            @Schema(description = "SHA-256 of the content after.") @Nullable
            String afterDigest,

            @Schema(
                    description = "A digest of this entry and, through it, of all earlier ones: HMAC-SHA256 with the"
                            + " configured secret, or SHA-256 if there is no `keyId`.")
            String digest,

            @Schema(description = "Identifies the secret of the digest.") @Nullable
            String keyId) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.number,
                    entry.at,
                    entry.actor,
                    entry.actorName,
                    entry.action,
                    entry.subject,
                    entry.revision,
                    entry.detail,
                    entry.beforeDigest,
                    entry.afterDigest,
                    entry.digest,
                    entry.keyId);
        }
    }

    /** Entries, the latest first. */
    @Schema(name = "AuditEntries")
    public record Entries(List<Entry> data) {}

    @GET
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "List audit entries")
    public RestResponse<Entries> listAudit(
            @QueryParam("subject")
                    @Parameter(
                            description = "Only entries on this document or key, by id.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @Nullable
                    String subject,
            @QueryParam("before")
                    @Parameter(
                            description =
                                    "Only entries before this number; use the last number of a page to get the next"
                                            + " page.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "2147483647"))
                    @Nullable
                    Integer before,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @Nullable
                    Integer limit) {
        var entries = trail.list(subject, before == null ? Long.MAX_VALUE : before, limit == null ? USUAL : limit);
        return answer(new Entries(entries.stream().map(Entry::of).toList()));
    }

    @GET
    @Path("/verification")
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Verify the audit log",
            description = "Checks the chain of digests from the first entry to the last. Store `entries:head` of the"
                    + " answer elsewhere and send it as `head` next time, to detect a log that was cut off"
                    + " or rewritten.")
    public RestResponse<AuditVerification> verifyAudit(
            @QueryParam("head")
                    @Parameter(
                            description = "An earlier head of the log, such as `8:` and 64 hexadecimal digits.",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^" + AuditHead.SYNTAX + "$"))
                    @Nullable
                    String head) {
        return answer(trail.verify(head == null ? null : AuditHead.parse(head)));
    }

    private static <T> RestResponse<T> answer(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
