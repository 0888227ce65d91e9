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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.linkeddata.LinkedData;

/** Pages of documents and collections, as HTML or as what they say to programs. */
@Path("/{collection}")
public class PageResource {

    private static final int PAGE_LENGTH = 200;

    /** A telephone number, or what may be one. */
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{3}\\b");

    private static final String COUNTRY = "country";
    private static final Map<String, QueryParameter> CONTACT_PARAMETERS = Map.of(
            COUNTRY,
            QueryParameter.text(COUNTRY, "[A-Za-z]{2}", 2, "an ISO 3166-1 alpha-2 code is allowed, such as US or GB."));
    private static final Map<String, QueryParameter> LIST_PARAMETERS =
            Map.of("cursor", QueryParameter.text("cursor", ".+", 2000, ""));

    private final DocumentReader reader;
    private final LinkedData linkedData;
    private final ContentTypes contentTypes;
    private final CrisisContacts contacts;

    PageResource(DocumentReader reader, LinkedData linkedData, ContentTypes contentTypes, CrisisContacts contacts) {
        this.contacts = contacts;
        this.contentTypes = contentTypes;
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
        var frame = PageFrame.of(read, linkedData.inPage(read));
        if (PageFormat.isLinkedData(headers)) {
            return read.around()
                    .rendering(linkedData.page(read), frame.links())
                    .as(LinkedData.MEDIA_TYPE)
                    .described();
        }
        var page = new DocumentPage(
                frame,
                DocumentView.of(read, contentTypes, 1, PageBody.PAGE),
                collection,
                contentTypes.named(collection).plural(),
                urgent(read.document().leaf(), context));
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
        boolean isContacts = collection.equals(contacts.collection());
        ParameterCheck.check(uri.getQueryParameters(), isContacts ? CONTACT_PARAMETERS : LIST_PARAMETERS);
        var cursor = uri.getQueryParameters().getFirst("cursor");
        var listed = reader.list(known(collection, context), filter -> {}, cursor, PAGE_LENGTH, context);
        var around = listed.around();
        var url = around.base() + "/" + collection;
        var type = contentTypes.named(collection);
        var title = type.plural();
        var data = linkedData.inCollection(title, url, around);
        var frame = new PageFrame(around.base(), url, title, type.purpose(), around.meta(), data, null);
        var links = new LinkedHashMap<>(frame.links());
        if (listed.next() != null) {
            links.put("next", url + "?cursor=" + listed.next());
        }
        if (PageFormat.isLinkedData(headers)) {
            var full = linkedData.collection(title, url, collection, listed.documents(), around);
            return around.rendering(full, links).as(LinkedData.MEDIA_TYPE).described();
        }
        var page = isContacts
                ? ContactsPage.of(frame, type.purpose(), listed.documents(), country(headers, uri))
                : new CollectionPage(
                        frame, type.purpose(), CollectionPage.groups(type, listed.documents(), url), links.get("next"));
        return frame.rendering(page.render(), around, links).described();
    }

    /** The country that the reader names, or the browser. */
    private static @Nullable String country(jakarta.ws.rs.core.HttpHeaders headers, UriInfo uri) {
        var named = uri.getQueryParameters().getFirst(COUNTRY);
        return named == null
                ? ReaderCountry.of(headers.getHeaderString(jakarta.ws.rs.core.HttpHeaders.ACCEPT_LANGUAGE))
                : named.toUpperCase(Locale.ROOT);
    }

    private List<DocumentView.Link> urgent(PageContent leaf, RoutingContext context) {
        var own = ContactWays.numbers(leaf);
        if (!own.isEmpty()) {
            return own;
        }
        var lede = leaf.lede();
        return lede != null && NUMBER.matcher(lede).find()
                ? ContactWays.named(
                        leaf,
                        reader.list(contacts.collection(), filter -> {}, null, PAGE_LENGTH, context)
                                .documents())
                : List.of();
    }

    private String known(String collection, RoutingContext context) {
        if (!reader.has(collection)) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
        return collection;
    }
}
