package org.ketaminecontent.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem.Detail;

/** A requested key. */
@Schema(
        name = "KeyRequest",
        requiredProperties = {"name", "scopes"})
public record KeyRequest(
        @Schema(description = "The person or tool that the key is for.", maxLength = 100) @Nullable
        String name,

        @Schema(
                description = "The rights of the key, each of which its maker must have: read, write, review, publish,"
                        + " admin.")
        @Nullable
        List<Right> scopes,

        @Schema(description = "The time at which the key expires; never if absent.") @Nullable
        Instant expiresAt,

        @Schema(
                description = "The person who holds the key and in whose name it signs reviews. Keys of one name have"
                        + " one owner. People make keys only in their own name.")
        @Nullable
        String reviewerName,

        @Nullable String credentials) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    ApiKeys.Wanted checked(Instant now) {
        var errors = new ArrayList<Detail>();
        if (name == null
                || name.isBlank()
                || CodePoints.count(name) > LONGEST_NAME
                || CONTROL.matcher(name).find()) {
            errors.add(JsonBodyReader.detail("/name", "must be a line of 1 to " + LONGEST_NAME + " characters"));
        }
        if (scopes == null || scopes.isEmpty() || scopes.contains(null)) {
            errors.add(
                    JsonBodyReader.detail("/scopes", "must name one or more of read, write, review, publish, admin"));
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
