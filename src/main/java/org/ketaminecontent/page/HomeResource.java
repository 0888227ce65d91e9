package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;

/** The home of readers: the search, what others ask, and where to begin. */
@Path("/")
public class HomeResource {

    private static final String KNOWN = "topics/benefits-at-a-glance";

    private final DocumentReader reader;
    private final StartingPoints startingPoints;
    private final ContentTypes contentTypes;
    private final ReviewCoverage stateOfReview;

    HomeResource(
            DocumentReader reader,
            StartingPoints startingPoints,
            ContentTypes contentTypes,
            ReviewCoverage stateOfReview) {
        this.stateOfReview = stateOfReview;
        this.contentTypes = contentTypes;
        this.reader = reader;
        this.startingPoints = startingPoints;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showHome(@Context RoutingContext context) {
        var around = reader.everything(context);
        var base = around.base();
        var frame = new PageFrame(
                base,
                base + "/",
                "What is known about ketamine therapy",
                "What is known about ketamine therapy, and what is not: plain answers with their sources. Information, not medical advice.",
                around.meta(),
                null,
                null);
        var page = new HomePage(
                frame,
                startingPoints.questions(base, context),
                concerns(base),
                startingPoints.first(base, context),
                known(around, context),
                stateOfReview.line(context));
        return frame.rendering(page.render(), around, frame.links()).described();
    }

    private static List<HomePage.Concern> concerns(String base) {
        return Stream.of(Theme.values())
                .map(each -> new HomePage.Concern(
                        each.words(), each.about(), base + "/topics#" + each.anchor(), base + "/faqs#" + each.anchor()))
                .toList();
    }

    private HomePage.@Nullable Known known(DocumentReader.Around around, RoutingContext context) {
        var document = reader.named(List.of(KNOWN), context).get(KNOWN);
        if (document == null) {
            return null;
        }
        var read = new DocumentReader.Read(document, new LinkedDocuments(around.base(), Map.of()), around);
        var view = DocumentView.of(read, contentTypes, 1, PageBody.FRAME);
        var numbers = view.parts().stream()
                .flatMap(part -> part.risks().stream())
                .filter(each -> each.picture() != null)
                .findFirst();
        return new HomePage.Known(view.title(), view.url(), view.lede(), view.riskSummary(), numbers.orElse(null));
    }
}
