package org.ketaminecontent.description;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.ketaminecontent.http.Problem;

/** The ways in which requests fail: one response for each status, shared by all operations. */
final class Problems {

    /** The statuses that every request can have, at any address. */
    static final List<String> EVERYWHERE = List.of("400", "401", "403", "406", "414", "500", "503");

    private record Kind(String name, String description) {}

    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "400",
                    new Kind(
                            "BadRequest",
                            "The request is not one that this address knows; `errors` lists what is wrong."),
            "401", new Kind("Unauthenticated", "The request needs no key; the one that it has is not valid."),
            "403", new Kind("InvalidPreview", "The token in `preview` is not valid, or not any more."),
            "404", new Kind("NotFound", "There is nothing of this name, or not in the language asked for."),
            "406", new Kind("NotAcceptable", "This is not available in a form that the `Accept` header names."),
            "410", new Kind("Withdrawn", "It was here once, and has been taken back."),
            "414", new Kind("AddressTooLong", "The address is longer than the server takes."),
            "415", new Kind("UnsupportedMediaType", "The body is in a form that this address does not take."),
            "500", new Kind("InternalError", "Something failed in the server; it is not the request's fault."),
            "503", new Kind("Unavailable", "The server cannot reach its database just now.")));

    private Problems() {}

    static APIResponse reference(String status) {
        return OASFactory.createAPIResponse()
                .ref("#/components/responses/"
                        + Objects.requireNonNull(KINDS.get(status)).name());
    }

    static void addTo(Components components, Examples examples) {
        Objects.requireNonNull(components.getSchemas().get("Problem"))
                .addProperty("availableLocales", availableLocales())
                .addProperty("withdrawnAt", withdrawnAt())
                .addProperty("reason", text("Why the document was taken back; only beside `withdrawn`."))
                .addProperty(
                        "successor",
                        text("What takes its place, such as `topics/history`; only beside `withdrawn`, where there is"
                                + " something."))
                .addProperty("successorTitle", text("The title of `successor`; only beside it."));
        KINDS.forEach((status, kind) -> {
            var response = OASFactory.createAPIResponse()
                    .description(kind.description())
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(Schemas.reference("Problem"))
                                            .examples(examples.of(kind.name()))));
            if (status.equals("503")) {
                response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds to wait.")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
            }
            components.addResponse(kind.name(), response);
        });
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema availableLocales() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .description("BCP 47 tags of the languages there are; only beside `locale-not-available`.");
    }

    private static Schema withdrawnAt() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .format("date-time")
                .description("When the document was taken back; only beside `withdrawn`.");
    }
}
