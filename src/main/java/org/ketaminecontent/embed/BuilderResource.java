package org.ketaminecontent.embed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.page.PageFrame;

/** Lets people choose what to embed. A choice that cannot be is explained beside the form, not by an error page. */
@Path("/builder")
public class BuilderResource {

    private static final String USUAL = "/topics/what-ketamine-is";
    private static final int MOST = 200;

    /** Names the document in short, such as {@code faqs/can-i-drive}, for links that others make. */
    private static final String DOCUMENT = "document";

    private static final Map<String, QueryParameter> PARAMETERS = parameters();

    private static Map<String, QueryParameter> parameters() {
        var parameters = new HashMap<>(EmbedStyle.PARAMETERS);
        parameters.put("url", EmbedTarget.PARAMETER);
        return parameters;
    }

    private final DocumentReader reader;
    private final Snippets snippets;
    private final ContentTypes contentTypes;

    BuilderResource(DocumentReader reader, Snippets snippets, ContentTypes contentTypes) {
        this.contentTypes = contentTypes;
        this.reader = reader;
        this.snippets = snippets;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showBuilder(@Context RoutingContext context, @Context UriInfo uri) {
        var around = reader.everything(context);
        var base = around.base();
        // An empty box is no choice.
        var given = EmbedStyle.withoutEmpty(uri.getQueryParameters());
        var asked = EmbedStyle.first(given, "url");
        var named = EmbedStyle.first(given, DOCUMENT);
        given.remove(DOCUMENT);
        var url = asked != null ? asked : named == null ? base + USUAL : base + "/" + named;
        var frame = new PageFrame(
                base,
                base + "/builder",
                "Put it on your site",
                "Choose a document and its looks, and copy the HTML.",
                around.meta(),
                null,
                null);
        var page = page(frame, given, url, context, uri);
        return PageFrame.secured(around.rendering(page.render(), Map.of()).as(PageFrame.HTML))
                .described();
    }

    private BuilderPage page(
            PageFrame frame, Map<String, List<String>> given, String url, RoutingContext context, UriInfo uri) {
        var accent = EmbedStyle.first(given, "accent");
        var groups = groups(url, frame.base(), context);
        try {
            var looks = EmbedStyle.of(given, PARAMETERS);
            var subject = EmbedTarget.of(url, frame.base());
            if (!reader.has(subject.collection())) {
                throw EmbedTarget.unknown(frame.base());
            }
            var read = reader.read(subject.collection(), subject.slug(), "", context, uri);
            subject.check(read.document());
            var shown = snippets.shown(read, subject, looks);
            return new BuilderPage(frame, groups, looks, accent, null, shown, snippets.all(shown, null));
        } catch (Failure mistake) {
            var usual = new EmbedStyle(EmbedStyle.CARD, "auto", null, EmbedStyle.DEFAULT_LEVEL);
            return new BuilderPage(frame, groups, usual, accent, mistake.getMessage(), null, List.of());
        }
    }

    private List<BuilderPage.Group> groups(String url, String base, RoutingContext context) {
        var groups = new ArrayList<BuilderPage.Group>();
        for (var type : contentTypes.articles()) {
            var collection = type.collection();
            var choices = reader.list(collection, filter -> {}, null, MOST, context).documents().stream()
                    .map(each -> choice(each.leaf().title(), base + "/" + collection + "/" + each.slug(), url))
                    .toList();
            groups.add(new BuilderPage.Group(type.plural(), choices));
        }
        return groups;
    }

    private static BuilderPage.Choice choice(String title, String page, String url) {
        return new BuilderPage.Choice(title, page, page.equals(url));
    }
}
