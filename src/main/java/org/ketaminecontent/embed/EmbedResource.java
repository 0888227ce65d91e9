package org.ketaminecontent.embed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.ParameterLists;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.page.ReaderCountry;

/** Content for frames in other people's pages: whole without scripts, and with all that must stand beside it. */
@Path("/embed")
public class EmbedResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** The themes of questions, by their names on the wire. */
    private static final List<String> THEMES =
            Stream.of(Theme.values()).map(Theme::anchor).toList();

    private static final Map<String, QueryParameter> QUESTIONS =
            Map.of("theme", QueryParameter.anyOf("theme", THEMES.toArray(String[]::new)));

    /** Of questions, the theme is what they are about, what the frame looks like, or one of each. */
    private static final Map<String, QueryParameter> KNOWN_OF_QUESTIONS = with(QueryParameter.oneOf(
            "theme",
            Stream.concat(Stream.of("light", EmbedStyle.DARK, EmbedStyle.AUTO), THEMES.stream())
                    .toArray(String[]::new)));

    private static final Map<String, QueryParameter> KNOWN_OF_CONTACTS = with(EmbedTarget.Contacts.COUNTRY);

    private static Map<String, QueryParameter> with(QueryParameter parameter) {
        var known = new HashMap<>(EmbedStyle.PARAMETERS);
        known.put(parameter.name(), parameter);
        return known;
    }

    private final Embeds embeds;
    private final DocumentReader reader;
    private final EmbedAssets assets;

    EmbedResource(Embeds embeds, DocumentReader reader, EmbedAssets assets) {
        this.embeds = embeds;
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
        var target = new EmbedTarget.OneDocument(collection, slug, anchor);
        return answer(embeds.read(target, looks, "/embed/", context, uri));
    }

    @GET
    @Path("/faqs")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedQuestions(@Context RoutingContext context, @Context UriInfo uri) {
        var given = new HashMap<>(uri.getQueryParameters());
        var themes = ParameterLists.items(EmbedStyle.withoutEmpty(given).getOrDefault("theme", List.of()));
        var about = themes.stream().filter(THEMES::contains).toList();
        var look = themes.stream().filter(each -> !THEMES.contains(each)).toList();
        ParameterCheck.check(Map.of("theme", about), QUESTIONS);
        given.remove("theme");
        if (!look.isEmpty()) {
            given.put("theme", look);
        }
        var looks = EmbedStyle.of(given, KNOWN_OF_QUESTIONS);
        var target = new EmbedTarget.Questions(
                about.stream().map(EmbedTarget::theme).flatMap(Optional::stream).toList());
        return answer(embeds.read(target, looks, context, uri));
    }

    @GET
    @Path("/crisis-resources")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedContacts(
            @Context HttpHeaders headers, @Context RoutingContext context, @Context UriInfo uri) {
        var given = uri.getQueryParameters();
        var looks = EmbedStyle.of(given, KNOWN_OF_CONTACTS);
        var named = EmbedStyle.first(given, EmbedTarget.Contacts.COUNTRY.name());
        var country = named == null
                ? ReaderCountry.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                : named.toUpperCase(Locale.ROOT);
        return answer(embeds.read(new EmbedTarget.Contacts(country), looks, context, uri));
    }

    @GET
    @Path("/search")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> embedSearchBox(@Context RoutingContext context, @Context UriInfo uri) {
        var looks = EmbedStyle.of(uri.getQueryParameters(), EmbedStyle.PARAMETERS);
        return answer(embeds.read(new EmbedTarget.SearchBox(), looks, context, uri));
    }

    private RestResponse<String> answer(EmbedContent content) {
        var style = Stylesheet.of(assets.style, content.looks());
        var page = new EmbedPage(content, style, EmbedAssets.FRAME_SCRIPT, assets.frameIntegrity);
        var forms = content.kind() == EmbedTarget.Kind.SEARCH ? content.url() : "'none'";
        return content.around()
                .rendering(page.render(), Map.of("canonical", content.url()))
                .as(HTML)
                .with("Content-Security-Policy", FramePolicy.of(content.base(), style, forms))
                .with("Permissions-Policy", FramePolicy.PERMISSIONS)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .described();
    }

    private void refuseUnknown(String collection, RoutingContext context) {
        if (!reader.has(collection)) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
    }
}
