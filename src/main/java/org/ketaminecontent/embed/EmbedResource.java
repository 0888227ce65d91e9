package org.ketaminecontent.embed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.ParameterLists;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.page.DocumentView;
import org.ketaminecontent.page.PageBody;

/** Content for frames in other people's pages: whole without scripts, and with all that must stand beside it. */
@Path("/embed")
public class EmbedResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String FAQS = "faqs";
    private static final int MOST_QUESTIONS = 100;

    /** The themes of questions, by their names on the wire. */
    private static final Map<String, Theme> THEMES = Stream.of(Theme.values())
            .collect(Collectors.toMap(EmbedResource::name, each -> each, (a, b) -> a, LinkedHashMap::new));

    private static final Map<String, QueryParameter> QUESTIONS =
            Map.of("theme", QueryParameter.anyOf("theme", THEMES.keySet().toArray(String[]::new)));

    /** Of questions, the theme is what they are about, what the frame looks like, or one of each. */
    private static final Map<String, QueryParameter> KNOWN = known();

    private static Map<String, QueryParameter> known() {
        var known = new HashMap<>(EmbedStyle.PARAMETERS);
        var all = Stream.concat(Stream.of("light", "dark", "auto"), THEMES.keySet().stream());
        known.put("theme", QueryParameter.oneOf("theme", all.toArray(String[]::new)));
        return known;
    }

    private final DocumentReader reader;
    private final EmbedAssets assets;
    private final ContentTypes contentTypes;

    EmbedResource(DocumentReader reader, EmbedAssets assets, ContentTypes contentTypes) {
        this.contentTypes = contentTypes;
        this.reader = reader;
        this.assets = assets;
    }

    @GET
    @Path("/{collection}/{slug}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedDocument(
            @RestPath String collection, @RestPath String slug, @Context RoutingContext context, @Context UriInfo uri) {
        return document(collection, slug, null, context, uri);
    }

    @GET
    @Path("/{collection}/{slug}/{anchor}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedSection(
            @RestPath String collection,
            @RestPath String slug,
            @RestPath String anchor,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return document(collection, slug, anchor, context, uri);
    }

    private RestResponse<String> document(
            String collection, String slug, @Nullable String anchor, RoutingContext context, UriInfo uri) {
        var looks = EmbedStyle.of(uri.getQueryParameters(), EmbedStyle.PARAMETERS);
        refuseUnknown(collection, context);
        var read = reader.read(collection, slug, "/embed/", context, uri);
        var leaf = read.document().leaf();
        boolean isFull = anchor != null || looks.view().equals(EmbedStyle.FULL);
        var parts = anchor == null ? (isFull ? leaf.parts() : leaf.brief()) : List.of(EmbedTarget.part(leaf, anchor));
        var view = DocumentView.of(read, contentTypes, looks.headingLevel(), PageBody.FRAME, parts);
        return answer(new Shown(view.title(), view.url(), List.of(view), false, isFull), looks, read.around());
    }

    @GET
    @Path("/faqs")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedQuestions(@Context RoutingContext context, @Context UriInfo uri) {
        var given = new HashMap<>(uri.getQueryParameters());
        var themes = ParameterLists.items(EmbedStyle.withoutEmpty(given).getOrDefault("theme", List.of()));
        var about = themes.stream().filter(THEMES::containsKey).toList();
        var look = themes.stream().filter(each -> !THEMES.containsKey(each)).toList();
        ParameterCheck.check(Map.of("theme", about), QUESTIONS);
        given.remove("theme");
        if (!look.isEmpty()) {
            given.put("theme", look);
        }
        var looks = EmbedStyle.of(given, KNOWN);
        var wanted = about.stream().map(THEMES::get).toList();
        var listed = reader.list(
                FAQS, filter -> filter.any("e.theme in :theme", "theme", wanted), null, MOST_QUESTIONS, context);
        var around = listed.around();
        boolean isFull = looks.view().equals(EmbedStyle.FULL);
        var views = listed.documents().stream()
                .map(each -> new DocumentReader.Read(each, new LinkedDocuments(around.base(), Map.of()), around))
                .map(each -> DocumentView.of(
                        each,
                        contentTypes,
                        DocumentView.below(looks.headingLevel()),
                        PageBody.FRAME,
                        isFull ? each.document().leaf().parts() : List.of()))
                .toList();
        var title = "Questions about ketamine therapy";
        return answer(new Shown(title, around.base() + "/" + FAQS, views, true, isFull), looks, around);
    }

    /** What a frame shows. */
    private record Shown(String title, String url, List<DocumentView> views, boolean isList, boolean isFull) {}

    private RestResponse<String> answer(Shown shown, EmbedStyle looks, DocumentReader.Around around) {
        var style = Stylesheet.of(assets.style, looks);
        boolean needsCrisis = shown.views().stream().anyMatch(DocumentView::crisisSupport);
        var page = new EmbedPage(
                around.base(),
                shown.url(),
                shown.title(),
                looks,
                shown.views(),
                shown.isList(),
                shown.isFull(),
                around.meta(),
                needsCrisis ? around.meta().crisis() : null,
                style,
                EmbedAssets.FRAME_SCRIPT,
                assets.frameIntegrity);
        var rendering = around.rendering(page.render(), Map.of("canonical", shown.url()))
                .as(HTML);
        return rendering
                .with("Content-Security-Policy", FramePolicy.of(around.base(), style))
                .with("Permissions-Policy", FramePolicy.PERMISSIONS)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .described();
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void refuseUnknown(String collection, RoutingContext context) {
        if (!reader.has(collection)) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
    }
}
