package org.ketaminecontent.feed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.ParameterLists;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.ChangeList;

/** The feeds of publications and withdrawals. */
@Path("/feeds")
public class FeedResource {

    static final int PAGE = 50;
    private static final String BEFORE = "before";
    private static final String DOCUMENTS = "documents";
    private static final int MOST_DOCUMENTS = 50;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,40}/[a-z0-9][a-z0-9-]{0,120}");
    private static final Map<String, QueryParameter> PARAMETERS =
            Map.of(BEFORE, QueryParameter.number(BEFORE, 1, Integer.MAX_VALUE));

    private final ChangeList changes;
    private final DocumentReader reader;
    private final FeedWriter writer;

    FeedResource(ChangeList changes, DocumentReader reader, FeedWriter writer) {
        this.changes = changes;
        this.reader = reader;
        this.writer = writer;
    }

    @GET
    @Path("/changes.atom")
    @Operation(hidden = true)
    public RestResponse<String> getAtom(@Context RoutingContext context, @Context UriInfo uri) {
        var around = reader.everything(context);
        return answer(around, writer.atom(feed("changes.atom", around, context, uri)), FeedWriter.ATOM);
    }

    @GET
    @Path("/changes.json")
    @Operation(hidden = true)
    public RestResponse<String> getJson(@Context RoutingContext context, @Context UriInfo uri) {
        var around = reader.everything(context);
        return answer(around, writer.json(feed("changes.json", around, context, uri)), FeedWriter.JSON);
    }

    private static RestResponse<String> answer(DocumentReader.Around around, String body, String type) {
        CacheableAnswer rendering = around.rendering(body, Map.of()).as(type);
        return rendering.described();
    }

    private ChangesFeed feed(String name, DocumentReader.Around around, RoutingContext context, UriInfo uri) {
        var given = given(uri.getQueryParameters().getOrDefault(BEFORE, List.of()));
        long before = given == null ? Long.MAX_VALUE : Long.parseLong(given);
        var wanted = documents(uri.getQueryParameters().getOrDefault(DOCUMENTS, List.of()));
        var found = changes.before(before, PAGE + 1, wanted);
        boolean hasMore = found.size() > PAGE;
        var shown = hasMore ? found.subList(0, PAGE) : found;
        var names = shown.stream()
                .map(ChangeList.Entry::present)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        var documents = reader.named(names, context);
        var first = around.base() + "/feeds/" + name
                + (wanted.isEmpty() ? "" : "?" + DOCUMENTS + "=" + String.join(",", wanted));
        var next = hasMore ? page(first, shown.get(PAGE - 1).number()) : null;
        return new ChangesFeed(
                "urn:uuid:" + uuid("feed of changes" + String.join(",", wanted)),
                "Ketamine Content API: changes",
                around.base() + "/",
                first,
                given == null ? first : page(first, before),
                next,
                given == null ? null : previous(first, before, wanted),
                shown.isEmpty() ? around.lastModified() : shown.get(0).at(),
                shown.stream()
                        .map(each -> item(each, documents.get(each.present()), around.base()))
                        .toList());
    }

    /** Feed readers add their own parameters to addresses; only this one is used. */
    private static @Nullable String given(List<String> before) {
        var filled = before.stream().filter(each -> !each.isBlank()).toList();
        ParameterCheck.check(filled.isEmpty() ? Map.of() : Map.of(BEFORE, filled), PARAMETERS);
        return filled.isEmpty() ? null : filled.get(0);
    }

    /**
     * The names of the documents that are asked for, such as {@code topics/history}; empty for all.
     *
     * @throws InvalidParameters if one is no name, or there are more than 50: a feed of nothing would look as if nothing
     *     had changed
     */
    private static List<String> documents(List<String> given) {
        var names = ParameterLists.items(given).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
        var wrong = names.stream().filter(each -> !NAME.matcher(each).matches()).findFirst();
        if (wrong.isPresent() || names.size() > MOST_DOCUMENTS) {
            throw new InvalidParameters(
                    DOCUMENTS,
                    ErrorCode.INVALID_VALUE,
                    "The parameter 'documents' takes up to " + MOST_DOCUMENTS
                            + " names with commas between them, such as topics/history,faqs/can-i-drive.");
        }
        return names;
    }

    /** The page of the changes right after this one. */
    private @Nullable String previous(String first, long before, List<String> wanted) {
        var later = changes.from(before, PAGE + 1, wanted);
        if (later.isEmpty()) {
            return null;
        }
        return later.size() > PAGE ? page(first, later.get(PAGE)) : first;
    }

    private static String page(String first, long before) {
        return first + (first.contains("?") ? "&" : "?") + BEFORE + "=" + before;
    }

    private static ChangesFeed.Item item(ChangeList.Entry change, @Nullable Document document, String base) {
        var collection = change.document().substring(0, change.document().indexOf('/'));
        var id = "urn:uuid:" + uuid(change.entryId() + "/" + change.number());
        if (document == null) {
            return new ChangesFeed.Item(
                    id,
                    null,
                    (change.action() == ChangeAction.WITHDRAWN ? "Withdrawn: " : "Changed: ") + change.document(),
                    "The document has been withdrawn. Remove it from stores and pages.",
                    collection,
                    change.at());
        }
        var leaf = document.leaf();
        var verb = change.version() == 1 && change.action() == ChangeAction.PUBLISHED ? "New: " : "Changed: ";
        return new ChangesFeed.Item(
                id, base + "/" + change.present(), verb + leaf.title(), summary(leaf), collection, change.at());
    }

    /** Feeds also show benefits and risks together. */
    private static String summary(PageContent leaf) {
        var lede = leaf.lede() == null ? leaf.title() : leaf.lede();
        return leaf.riskSummary() == null ? lede : lede + " Risks and limits: " + leaf.riskSummary();
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
