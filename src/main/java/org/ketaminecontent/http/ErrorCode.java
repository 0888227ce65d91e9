package org.ketaminecontent.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The error codes, with their status, title and explanation. Codes never change their meaning. */
public enum ErrorCode {
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The request has a query parameter that this address does not have. Unknown parameters are refused, so"
                    + " that a misspelled filter is not silently ignored. Remove it, or use the suggested name."),
    INVALID_VALUE(
            400,
            "Invalid value",
            "A parameter has a value that is not allowed. The error names the parameter and the allowed values."),
    DUPLICATE_PARAMETER(
            400,
            "Duplicate parameter",
            "A parameter that takes one value appears more than once in the request. Send it once."),
    DUPLICATE_VALUE(400, "Duplicate value", "The same value appears twice in one parameter. Send it once."),
    INVALID_CURSOR(
            400,
            "Invalid cursor",
            "The cursor was not made by this server, or was made for another query. Cursors are opaque: follow the"
                    + " `next` link, and start again without a cursor when you change filters or sort."),
    INVALID_CHECKPOINT(
            400,
            "Invalid checkpoint",
            "The checkpoint is incomplete, was not made by this server for its present content, or was sent with"
                    + " parameters that it already contains. Send it unchanged and alone; if the error remains,"
                    + " empty the store and start again without a checkpoint."),
    INVALID_PARAMETERS(400, "Invalid parameters", "Several parameters are invalid; `errors` lists each of them."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The address is not well formed: it has a broken percent escape, bytes that are not UTF-8, or a NUL byte."),
    MALFORMED_BODY(
            400,
            "Malformed body",
            "The request's body is not the JSON that this address takes: it cannot be parsed, or is nested too deeply."),
    UNAUTHENTICATED(
            401,
            "Not signed in",
            "The request needs an API key or an access token in its `Authorization` header, or the one sent is not"
                    + " valid: unknown, misspelled, expired or revoked."),
    MISSING_RIGHT(
            403,
            "Missing right",
            "The sender of the request is known, but does not have the right that the request needs; `needed` names"
                    + " it."),
    OWN_WORK(403, "Own work", "An author of a version cannot approve it."),
    INVALID_PREVIEW(
            403,
            "Invalid preview",
            "The preview token was not made by this server, has expired, or belongs to a version that no longer"
                    + " exists."),
    NOT_FOUND(404, "Not found", "There is nothing at this address. `GET /v1` lists the collections."),
    DOCUMENT_NOT_FOUND(
            404,
            "Document not found",
            "No document of this collection has, or ever had, this slug or id. List the collection to see its"
                    + " documents."),
    LOCALE_NOT_AVAILABLE(
            404,
            "Language not available",
            "The content does not exist in the language requested by `locale`; `availableLocales` lists the"
                    + " languages that it exists in. Add `fallback=default` to use the default language instead."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address does not support this method; the `Allow` header lists the methods that it supports."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The `Accept` header names no media type that this address can deliver."),
    IMPOSSIBLE_STEP(
            409,
            "Impossible step",
            "The step is not possible in the document's present state; `allowed` lists the possible steps."),
    NAME_TAKEN(409, "Name taken", "Another document of the collection has this slug."),
    STILL_REFERENCED(
            409,
            "Still referenced",
            "Other documents link to this one; `referencedBy` lists them. Change them first, or withdraw them too."),
    REQUEST_IN_PROGRESS(
            409,
            "Request in progress",
            "A request with the same `Idempotency-Key` is still in progress. Try again after the number of seconds"
                    + " in `Retry-After`."),
    WITHDRAWN(410, "Withdrawn", "The document was published and has been withdrawn. Remove it from stores and pages."),
    STALE_VERSION(
            412,
            "Stale version",
            "The document has changed since the version in `If-Match`; `changedBy`, `changedAt` and `changedFields`"
                    + " describe the change. Read it again, and decide."),
    SCHEMA_RETIRED(
            410,
            "Schema retired",
            "The checkpoint belongs to a document schema that is no longer delivered. Empty the store, and start"
                    + " again without a checkpoint, with a client that reads the present `meta.schemaVersion`."),
    BODY_TOO_LARGE(413, "Body too large", "The request's body is larger than the server accepts."),
    URI_TOO_LONG(
            414, "Address too long", "The address is longer than 8,000 characters. Split the request into several."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The request's body has a media type or a content coding that this address does not accept;"
                    + " `Accept-Post`, `Accept-Patch` or `Accept-Encoding` of the answer lists those that it accepts."),
    RANGE_NOT_SATISFIABLE(
            416,
            "Range not satisfiable",
            "The requested range is outside the file; `Content-Range` gives its size in bytes."),
    INVALID_CONTENT(
            422,
            "Invalid content",
            "The content breaks rules; `errors` lists the place, as a JSON pointer, and the rule of each."),
    KEY_REUSED(
            422,
            "Idempotency key reused",
            "The `Idempotency-Key` was sent with a different request in the last 24 hours. Use a new key for each"
                    + " request."),
    REQUEST_TIMEOUT(408, "Request timeout", "The request was not received completely within a minute. Send it again."),
    VERSION_NEEDED(
            428,
            "Version needed",
            "The request must name the version that it applies to: send the document's `ETag` in `If-Match`."),
    HEADERS_TOO_LARGE(
            431,
            "Headers too large",
            "The header fields of the request have more than 16,384 bytes. Send fewer or" + " shorter ones."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "The limit of requests in this period was exceeded. Try again after the number of seconds in"
                    + " `Retry-After`."),
    ANSWER_TOO_LARGE(
            400,
            "Answer too large",
            "The answer would be larger than the server allows. Request less: a smaller `limit`, fewer `fields`, or"
                    + " less to `include`."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "The server failed; the request is not at fault. Try again later, and include the `traceId` in a report."),
    FORMAT_NOT_IMPLEMENTED(
            501,
            "Format not implemented",
            "oEmbed answers are available as JSON and XML; the requested format is" + " neither."),
    OVERLOADED(
            503,
            "Overloaded",
            "The server has too many requests to answer at once. Try again after the number of seconds in"
                    + " `Retry-After`."),
    DATABASE_UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The server cannot reach its database at the moment, or the database cannot do the work. Try again after"
                    + " the number of seconds in `Retry-After`."),
    SEARCH_NOT_READY(
            503,
            "Search not ready",
            "The server has just started, and is still building its search index. Everything else can be read. Try"
                    + " again after the number of seconds in `Retry-After`."),
    VERSION_NOT_REACHED(
            503,
            "Version not reached",
            "`atLeast` asks for a change that this server has not received yet, and the request has waited for it. Try again"
                    + " after the number of seconds in `Retry-After`."),
    BUSY(
            503,
            "Busy",
            "Another request holds something that this one needs, and this one has waited too long. Try again after"
                    + " the number of seconds in `Retry-After`.");

    /** The {@code Retry-After} value (RFC 9110, section 10.2.3) of an overloaded server, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "2";

    public final int status;
    public final String title;
    public final String explanation;

    ErrorCode(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The code for a framework failure with this status; a malformed request if there is none. */
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
