package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.ChangeList;
import org.ketaminecontent.live.Corrections;

/** Tells people what is new, what was put right, and what was taken back. */
@Path("/changes")
public class ChangesResource {

    private static final int PAGE = 100;
    private static final int MOST_CORRECTIONS = 20;
    private static final String BEFORE = "before";
    private static final Map<String, QueryParameter> PARAMETERS =
            Map.of(BEFORE, QueryParameter.number(BEFORE, 1, Integer.MAX_VALUE));

    private final ChangeList changes;
    private final Corrections corrections;
    private final DocumentReader reader;

    ChangesResource(ChangeList changes, Corrections corrections, DocumentReader reader) {
        this.changes = changes;
        this.corrections = corrections;
        this.reader = reader;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showChanges(@Context RoutingContext context, @Context UriInfo uri) {
        ParameterCheck.check(uri.getQueryParameters(), PARAMETERS);
        var given = uri.getQueryParameters().getFirst(BEFORE);
        var around = reader.everything(context);
        var url = around.base() + "/changes";
        var frame = new PageFrame(
                around.base(),
                url,
                "What changed",
                "What is new here, what was put right, and what was taken back.",
                around.meta(),
                null,
                null);
        var found = changes.before(given == null ? Long.MAX_VALUE : Long.parseLong(given), PAGE + 1);
        boolean hasMore = found.size() > PAGE;
        var shown = hasMore ? found.subList(0, PAGE) : found;
        var corrected =
                given == null ? corrections.before(Long.MAX_VALUE, MOST_CORRECTIONS) : List.<Corrections.Listed>of();
        var names = Stream.concat(
                        shown.stream().map(ChangeList.Entry::present),
                        corrected.stream().map(Corrections.Listed::present))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        var documents = reader.named(names, context);
        var page = new ChangesPage(
                frame,
                corrected.stream()
                        .map(each -> corrected(each, documents.get(each.present()), around.base()))
                        .toList(),
                days(shown, documents, around.base()),
                hasMore ? url + "?before=" + shown.get(PAGE - 1).number() : null);
        return frame.rendering(page.render(), around, frame.links()).described();
    }

    private static List<ChangesPage.Day> days(
            List<ChangeList.Entry> changes, Map<String, Document> documents, String base) {
        var days = new LinkedHashMap<String, List<ChangesPage.Event>>();
        changes.forEach(change -> days.computeIfAbsent(day(change.at()), each -> new ArrayList<>())
                .add(event(change, documents.get(change.present()), base)));
        return days.entrySet().stream()
                .map(each -> new ChangesPage.Day(each.getKey(), each.getValue()))
                .toList();
    }

    private static ChangesPage.Event event(ChangeList.Entry change, @Nullable Document document, String base) {
        if (document == null) {
            return new ChangesPage.Event("Taken back", change.document(), null);
        }
        var verb = switch (change.action()) {
            case WITHDRAWN -> "Taken back, and back since";
            case MOVED -> "Moved";
            default -> change.version() == 1 && change.action() == ChangeAction.PUBLISHED ? "New" : "Changed";
        };
        return new ChangesPage.Event(verb, document.leaf().title(), base + "/" + change.present());
    }

    private static ChangesPage.Corrected corrected(
            Corrections.Listed listed, @Nullable Document document, String base) {
        return new ChangesPage.Corrected(
                day(listed.at()),
                document == null ? listed.document() : document.leaf().title(),
                document == null ? null : base + "/" + listed.present(),
                listed.erratum().wasWrong(),
                listed.erratum().isRight());
    }

    private static String day(Instant at) {
        return DocumentView.DAY.format(at.atZone(ZoneOffset.UTC));
    }
}
