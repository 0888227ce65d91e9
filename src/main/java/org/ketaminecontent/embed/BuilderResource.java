package org.ketaminecontent.embed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.PlaceNames;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.embed.BuilderPage.Choice;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.page.ArticleTitles;
import org.ketaminecontent.page.DocumentView;
import org.ketaminecontent.page.PageFrame;

/** Lets people choose what to embed. A choice that cannot be is explained beside the form, not by an error page. */
@Path("/builder")
public class BuilderResource {

    private static final int MOST = 200;
    private static final int COUNTRY_CODE = 2;

    private final DocumentReader reader;
    private final Embeds embeds;
    private final Snippets snippets;
    private final ArticleTitles titles;

    BuilderResource(DocumentReader reader, Embeds embeds, Snippets snippets, ArticleTitles titles) {
        this.reader = reader;
        this.embeds = embeds;
        this.snippets = snippets;
        this.titles = titles;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showBuilder(@Context RoutingContext context, @Context UriInfo uri) {
        var around = reader.everything(context);
        var base = around.base();
        var frame = new PageFrame(
                base,
                base + "/builder",
                "Put it on your site",
                "Choose what to show and its looks, and copy the HTML.",
                around.meta(),
                null,
                null);
        var page = page(frame, context, uri);
        return PageFrame.secured(around.rendering(page.render(), Map.of()).as(PageFrame.HTML))
                .described();
    }

    private BuilderPage page(PageFrame frame, RoutingContext context, UriInfo uri) {
        try {
            return page(frame, new BuilderForm(uri.getQueryParameters(), frame.base()), null, context, uri);
        } catch (Failure mistake) {
            return page(frame, new BuilderForm(Map.of(), frame.base()), told(mistake), context, uri);
        }
    }

    /** The mistake in a choice. A fault of the server is no mistake of whoever chose. */
    private static String told(Failure failure) {
        if (failure.code().status >= ErrorCode.INTERNAL_ERROR.status) {
            throw failure;
        }
        return String.valueOf(failure.getMessage());
    }

    private BuilderPage page(
            PageFrame frame, BuilderForm form, @Nullable String earlier, RoutingContext context, UriInfo uri) {
        var mistake = earlier;
        EmbedContent content = null;
        var parts = parts(form, context, uri);
        var section = form.section(parts.stream().map(PageContent.Part::anchor).toList());
        if (mistake == null) {
            try {
                content = embeds.read(form.target(section), form.looks(), context, uri);
            } catch (Failure refused) {
                mistake = told(refused);
            }
        }
        var sent = uri.getQueryParameters();
        return new BuilderPage(
                frame,
                kinds(form),
                documents(form, context),
                sections(parts, section),
                themes(form),
                countries(form, context),
                content == null ? EmbedStyle.USUAL : content.looks(),
                BuilderForm.color(sent, "accent"),
                BuilderForm.color(sent, "ground"),
                EmbedStyle.first(sent, ClinicName.PARAMETER),
                mistake,
                content == null ? null : content.looks().mended().orElse(null),
                content,
                content == null ? List.of() : snippets.all(content, null),
                content == null ? null : names(content));
    }

    private static List<Choice> kinds(BuilderForm form) {
        return Stream.of(EmbedTarget.Kind.values())
                .map(kind -> new Choice(kind.title, kind.about, BuilderForm.value(kind), kind == form.kind()))
                .toList();
    }

    private List<BuilderPage.Group> documents(BuilderForm form, RoutingContext context) {
        var chosen = form.document();
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (var each : titles.all(context)) {
            boolean isChosen =
                    each.collection().equals(chosen.collection()) && each.slug().equals(chosen.slug());
            groups.computeIfAbsent(each.heading(), heading -> new ArrayList<>())
                    .add(new Choice(each.title(), "", "/" + each.collection() + "/" + each.slug(), isChosen));
        }
        return groups.entrySet().stream()
                .map(each -> new BuilderPage.Group(each.getKey(), each.getValue()))
                .toList();
    }

    /** The parts of the chosen document, where one of them is to be chosen; none where there is no such document. */
    private List<PageContent.Part> parts(BuilderForm form, RoutingContext context, UriInfo uri) {
        var document = form.document();
        if (form.kind() != EmbedTarget.Kind.SECTION) {
            return List.of();
        }
        try {
            return reader.has(document.collection())
                    ? reader.read(document.collection(), document.slug(), "", context, uri)
                            .document()
                            .leaf()
                            .parts()
                    : List.of();
        } catch (Failure missing) {
            told(missing);
            return List.of();
        }
    }

    private static List<Choice> sections(List<PageContent.Part> parts, String chosen) {
        return parts.stream()
                .map(each -> new Choice(
                        Objects.requireNonNullElse(each.heading(), "At the beginning"),
                        "",
                        each.anchor(),
                        each.anchor().equals(chosen)))
                .toList();
    }

    private static List<Choice> themes(BuilderForm form) {
        return Stream.of(Theme.values())
                .map(each -> new Choice(
                        each.words(), "", each.anchor(), each.anchor().equals(form.about())))
                .toList();
    }

    private List<Choice> countries(BuilderForm form, RoutingContext context) {
        return reader.heads(EmbedTarget.CONTACTS, MOST, context).stream()
                .map(each -> each.path("jurisdiction").asText().replaceFirst("-.*", ""))
                .distinct()
                .filter(code -> code.length() == COUNTRY_CODE && !code.equals("EU"))
                .map(code -> new Choice(PlaceNames.heading(code), "", code, code.equals(form.country())))
                .toList();
    }

    /** The documents that the feed of changes is to tell of. */
    private static @Nullable String names(EmbedContent content) {
        var names = content.views().stream()
                .map(DocumentView::url)
                .map(url -> url.substring(content.base().length() + 1))
                .collect(Collectors.joining(","));
        return names.isEmpty() ? null : names;
    }
}
