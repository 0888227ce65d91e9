package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.linkeddata.LinkedData;
import org.ketaminecontent.text.Markdown;

/** Pages of documents and collections, as HTML or as what they say to programs. */
@Path("/{collection}")
public class PageResource {

    private static final int PAGE_LENGTH = 100;
    private static final Map<String, QueryParameter> LIST_PARAMETERS =
            Map.of("cursor", QueryParameter.text("cursor", ".+", 2000, ""));

    private final DocumentReader reader;
    private final LinkedData linkedData;

    PageResource(DocumentReader reader, LinkedData linkedData) {
        this.reader = reader;
        this.linkedData = linkedData;
    }

    @GET
    @Path("/{slug}")
    @Produces({MediaType.TEXT_HTML, LinkedData.MEDIA_TYPE})
    @Operation(hidden = true)
    public RestResponse<String> showDocument(
            @RestPath String collection,
            @RestPath String slug,
            @Context jakarta.ws.rs.core.HttpHeaders headers,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        ParameterCheck.check(uri.getQueryParameters(), Map.of());
        var read = reader.read(known(collection, context), slug, "/", context, uri);
        var data = linkedData.page(read);
        var frame = PageFrame.of(read, data);
        if (PageFormat.isLinkedData(headers)) {
            return read.around()
                    .rendering(data, frame.links())
                    .as(LinkedData.MEDIA_TYPE)
                    .described();
        }
        var page = new DocumentPage(frame, DocumentView.of(read, 1, PageBody.PAGE), collection, Names.many(collection));
        return frame.rendering(page.render(), read.around(), frame.links()).described();
    }

    @GET
    @Produces({MediaType.TEXT_HTML, LinkedData.MEDIA_TYPE})
    @Operation(hidden = true)
    public RestResponse<String> showCollection(
            @RestPath String collection,
            @Context jakarta.ws.rs.core.HttpHeaders headers,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        ParameterCheck.check(uri.getQueryParameters(), LIST_PARAMETERS);
        var cursor = uri.getQueryParameters().getFirst("cursor");
        var listed = reader.list(known(collection, context), filter -> {}, cursor, PAGE_LENGTH, context);
        var around = listed.around();
        var url = around.base() + "/" + collection;
        var title = Names.many(collection);
        var data = linkedData.collection(title, url, collection, listed.documents(), around);
        var frame = new PageFrame(around.base(), url, title, Names.about(collection), around.meta(), data, null);
        var links = new LinkedHashMap<>(frame.links());
        if (listed.next() != null) {
            links.put("next", url + "?cursor=" + listed.next());
        }
        if (PageFormat.isLinkedData(headers)) {
            return around.rendering(data, links).as(LinkedData.MEDIA_TYPE).described();
        }
        var entries = listed.documents().stream().map(each -> entry(each, url)).toList();
        boolean isContacts = entries.stream().anyMatch(each -> !each.ways().isEmpty());
        var page = new CollectionPage(frame, Names.about(collection), entries, isContacts, links.get("next"));
        return frame.rendering(page.render(), around, links).described();
    }

    private String known(String collection, RoutingContext context) {
        if (!reader.has(collection)) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
        return collection;
    }

    private static CollectionPage.Entry entry(Document document, String url) {
        var leaf = document.leaf();
        var ways = ways(leaf);
        var lede = leaf.lede() != null ? leaf.lede() : ways.isEmpty() ? words(leaf.parts()) : more(leaf);
        return new CollectionPage.Entry(leaf.title(), url + "/" + document.slug(), ways, lede, leaf.riskSummary());
    }

    private static Stream<PageContent.Item> contact(PageContent leaf) {
        return leaf.parts().stream()
                .filter(part -> part.anchor().equals(PageContent.CONTACT))
                .flatMap(part -> part.items().stream());
    }

    /** Numbers to call and text, and pages, each once. */
    private static List<DocumentView.Link> ways(PageContent leaf) {
        var idempotencyKeys = new LinkedHashMap<String, DocumentView.Link>();
        contact(leaf)
                .filter(item -> item.href() != null)
                .forEach(item -> idempotencyKeys.putIfAbsent(
                        item.href(),
                        new DocumentView.Link(
                                item.label() + " " + item.text().replaceFirst("^https?://", ""), item.href())));
        return List.copyOf(idempotencyKeys.values());
    }

    /** When it is there, for whom, and what else is known. */
    private static String more(PageContent leaf) {
        return contact(leaf)
                .filter(item -> item.href() == null)
                .map(item -> item.label() + ": " + item.text())
                .collect(Collectors.joining(" · "));
    }

    /** What stands for a summary where there is none. */
    private static String words(List<PageContent.Part> parts) {
        return parts.stream()
                .map(PageContent.Part::html)
                .filter(Objects::nonNull)
                .map(Markdown::words)
                .findFirst()
                .orElseGet(() -> parts.stream()
                        .flatMap(part -> part.items().stream())
                        .filter(item -> item.href() != null)
                        .map(item -> item.label() + ": " + item.text())
                        .collect(Collectors.joining(" · ")));
    }
}
