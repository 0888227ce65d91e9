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
    INVALID_CHECKPOINT(
            400,
            "Invalid checkpoint",
            "The checkpoint is not whole, was not made by this server for the content that it has now, or stands beside"
                    + " parameters that it holds already. Send it alone and as it came; where that does not help, empty"
                    + " the store and start again without it."),
    INVALID_PARAMETERS(
            400, "Invalid parameters", "Several parameters are wrong, each in its own way; `errors` lists them."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The address is not well formed: a broken percent escape, bytes that are not UTF-8, or a NUL byte."),
    MALFORMED_BODY(
            400,
            "Malformed body",
            "The request's body is not the JSON that this address takes: it cannot be parsed, or is nested too deeply."),
    UNAUTHENTICATED(
            401,
            "Not signed in",
            "The request needs a key or an access token in its `Authorization` header, or the one that it has is not"
                    + " valid: unknown, misspelt, expired or revoked."),
    MISSING_RIGHT(
            403,
            "Missing right",
            "Whoever sent the request is known, and may not do this; `needed` names the right that it takes."),
    OWN_WORK(403, "Own work", "Whoever wrote a part of a version cannot be the one who approves it."),
    INVALID_PREVIEW(
            403,
            "Invalid preview",
            "The preview's token was not made by this server, is older than it may be, or is of a version that is gone."),
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
    IMPOSSIBLE_STEP(
            409,
            "Impossible step",
            "The document is not where this step begins; `allowed` names the steps that lead on."),
    NAME_TAKEN(409, "Name taken", "Another document of the collection has this slug."),
    STILL_REFERENCED(
            409,
            "Still referenced",
            "Other documents point to this one; `referencedBy` names them. Change them first, or take them back too."),
    REQUEST_IN_PROGRESS(
            409,
            "Request in progress",
            "A request with the same `Idempotency-Key` is being answered. Try again after the seconds that"
                    + " `Retry-After` names."),
    WITHDRAWN(
            410,
            "Withdrawn",
            "The document was published once and has been taken back. Remove it from stores and pages."),
    STALE_VERSION(
            412,
            "Stale version",
            "The document has changed since the version that `If-Match` names; `changedBy`, `changedAt` and"
                    + " `changedFields` say how. Read it again, and decide."),
    SCHEMA_RETIRED(
            410,
            "Schema retired",
            "The checkpoint belongs to documents of a form that is delivered no more. Empty the store, and start again"
                    + " without a checkpoint, with a client that reads the present `meta.schemaVersion`."),
    BODY_TOO_LARGE(413, "Body too large", "The request's body is larger than the server takes."),
    URI_TOO_LONG(
            414, "Address too long", "The address is longer than 8,000 characters. Ask for less, in several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The request's body is in a form or a content coding that this address does not take; `Accept-Post`,"
                    + " `Accept-Patch` or `Accept-Encoding` of the answer name those that it takes."),
    RANGE_NOT_SATISFIABLE(
            416,
            "Range not satisfiable",
            "Nothing of the file is in the range that was asked for; `Content-Range` says how many bytes it has."),
    INVALID_CONTENT(
            422,
            "Invalid content",
            "The content breaks rules; `errors` names each place, as a JSON pointer, and the rule."),
    KEY_REUSED(
            422,
            "Idempotency key reused",
            "The `Idempotency-Key` came with another request in the last 24 hours. Use a new one for each request."),
    REQUEST_TIMEOUT(
            408,
            "Request timeout",
            "The request did not come in whole in the time that it has, which is a minute. Send it again."),
    VERSION_NEEDED(
            428,
            "Version needed",
            "The request must name the version that it is meant for: send the `ETag` of the document in `If-Match`."),
    HEADERS_TOO_LARGE(
            431, "Headers too large", "The header fields of the request have more than 16,384 bytes. Send fewer."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "There were more requests than are allowed in this time. Try again after the seconds that `Retry-After`"
                    + " names."),
    ANSWER_TOO_LARGE(
            400,
            "Answer too large",
            "The answer would be larger than the server makes them. Ask for less: a smaller `limit`, fewer `fields`, less to"
                    + " `include`."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "Something failed in the server, and it is not the request's fault. Try again later; name the `traceId`"
                    + " when you report it."),
    FORMAT_NOT_IMPLEMENTED(
            501, "Format not implemented", "oEmbed answers come as JSON and as XML; the format asked for is neither."),
    OVERLOADED(
            503,
            "Too much at once",
            "More is being asked for than the server can answer just now. Try again after the seconds that `Retry-After`"
                    + " names."),
    DATABASE_UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The server cannot reach its database just now, or the database cannot do it. Try again after the seconds that"
                    + " `Retry-After` names."),
    SEARCH_NOT_READY(
            503,
            "Search not ready",
            "The server has just started, and its search index is being made. Everything else can be read. Try again after"
                    + " the seconds that `Retry-After` names."),
    BUSY(
            503,
            "Busy",
            "Others do something just now that this has to wait for, and it has waited long enough. Try again after the"
                    + " seconds that `Retry-After` names.");

    /** How long clients are asked to wait (RFC 9110, section 10.2.3) when there is too much to do. */
    public static final String RETRY_AFTER_SECONDS = "2";

    public final int status;
    public final String title;
    public final String explanation;

    ErrorCode(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** What a failure of the framework's with this status means; a malformed request where nothing else fits. */
    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            default -> MALFORMED_REQUEST;
        };
    }

    /** The code on the wire, such as {@code unknown-parameter}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
