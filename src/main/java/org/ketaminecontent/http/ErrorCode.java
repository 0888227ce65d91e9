package org.ketaminecontent.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Every way a request can fail, with what it means and what to do. Codes never change their meaning. */
public enum ErrorCode {
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The request has a query parameter that this address does not know. Nothing is ignored, so that a misspelt"
                    + " filter cannot pass for a filter. Remove it, or use the name that the error suggests."),
    INVALID_VALUE(
            400,
            "Invalid value",
            "A parameter has a value that is not allowed. The error names the parameter and what is allowed."),
    DUPLICATE_PARAMETER(
            400,
            "Duplicate parameter",
            "A parameter that takes one value stands in the request more than once. Send it once."),
    DUPLICATE_VALUE(400, "Duplicate value", "The same value stands twice in one parameter. Send it once."),
    INVALID_CURSOR(
            400,
            "Invalid cursor",
            "The cursor was not made by this server, or was made for another query. Cursors are opaque: follow the"
                    + " `next` link, and start again without a cursor when filters or sort change."),
    INVALID_PARAMETERS(
            400, "Invalid parameters", "Several parameters are wrong, each in its own way; `errors` lists them."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The address is not well formed: a broken percent escape, bytes that are not UTF-8, or a NUL byte."),
    NOT_FOUND(404, "Not found", "There is nothing at this address. `GET /v1` lists what there is."),
    DOCUMENT_NOT_FOUND(
            404,
            "Document not found",
            "No document of this collection has, or ever had, this slug or id. The collection's own address lists"
                    + " those that there are."),
    LOCALE_NOT_AVAILABLE(
            404,
            "Language not available",
            "The content does not exist in the language asked for by `locale`; `availableLocales` names those that it"
                    + " exists in. Add `fallback=default` to take the default language instead."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address does not take this method; the `Allow` header names those it takes."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The `Accept` header names no form that this address can be delivered in."),
    WITHDRAWN(
            410,
            "Withdrawn",
            "The document was published once and has been taken back. Remove it from stores and pages."),
    BODY_TOO_LARGE(413, "Body too large", "The request's body is larger than the server takes."),
    URI_TOO_LONG(
            414, "Address too long", "The address is longer than 8,000 characters. Ask for less, in several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "The request's body is in a form that this address does not take."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "Something failed in the server, and it is not the request's fault. Try again later; name the `traceId`"
                    + " when you report it."),
    FORMAT_NOT_IMPLEMENTED(
            501, "Format not implemented", "oEmbed answers come as JSON and as XML; the format asked for is neither."),
    DATABASE_UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The server cannot reach its database just now. Try again after the seconds that `Retry-After` names.");

    public final int status;
    public final String title;
    public final String explanation;

    ErrorCode(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The code on the wire, such as {@code unknown-parameter}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
