package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.live.Corrections;

/** The list of corrections. */
@Path("/v1/corrections")
@Tag(name = "Corrections", description = "Corrections of errors in published content.")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private final Corrections corrections;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    CorrectionResource(Corrections corrections, RequestFacts facts, ObjectMapper mapper) {
        this.corrections = corrections;
        this.facts = facts;
        this.mapper = mapper;
    }

    /** A page of corrections, the latest first. */
    @Schema(name = "CorrectionPage")
    public record CorrectionPage(List<Notice> data, Page.Info page, AnswerLinks links) {

        /** The error in a document, and the correct statement. */
        @Schema(name = "CorrectionNotice")
        public record Notice(
                @Schema(
                        description =
                                "The document's present name, such as `topics/history`; null if it was withdrawn.",
                        nullable = true)
                @Nullable
                String document,

                @Schema(
                        description = "The document's address; null if it was withdrawn.",
                        nullable = true,
                        format = "uri")
                @Nullable
                String href,

                Instant at,

                @Schema(description = "The version that corrected it.")
                int version,

                CorrectionSeverity severity,
                String wasWrong,
                String isRight) {}
    }

    @GET
    @Operation(
            summary = "List corrections",
            description = "The latest first. A correction is a publication that fixed an error in an earlier"
                    + " version. It is also in the `errata` of its document.")
    public RestResponse<CorrectionPage> listCorrections(
            @BeanParam CorrectionQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        int most = query.limit == null ? ListQuery.DEFAULT_LIMIT : query.limit;
        var address = new ListAddress(facts.base(context) + "/v1/" + Corrections.NAME, uri.getQueryParameters());
        var found = corrections.before(before(query.cursor, address), most + 1);
        boolean hasMore = found.size() > most;
        var shown = hasMore ? found.subList(0, most) : found;
        var next = hasMore
                ? new Cursor(
                                address.fingerprint(),
                                List.of(String.valueOf(shown.get(most - 1).number())))
                        .encoded()
                : null;
        var links = address.links(next);
        var notices =
                shown.stream().map(each -> notice(each, facts.base(context))).toList();
        var page = new CorrectionPage(notices, new Page.Info(most, hasMore, next, null), links);
        var modified = shown.isEmpty() ? Instant.EPOCH : shown.get(0).at();
        return new CacheableAnswer(
                        mapper.writeValueAsString(page), keys(shown), modified, links.byRelation(), Languages.DEFAULT)
                .described();
    }

    /** The list, and the documents that it links to, since they can be renamed and withdrawn. */
    private static Set<String> keys(List<Corrections.Listed> shown) {
        var keys = new HashSet<>(Set.of(Corrections.NAME));
        shown.forEach(each -> keys.add(each.document()));
        shown.stream()
                .map(Corrections.Listed::present)
                .filter(name -> !name.isEmpty())
                .forEach(keys::add);
        return keys;
    }

    private static long before(@Nullable String cursor, ListAddress address) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(
                    Cursor.decode(cursor, address.fingerprint(), 1).keys().get(0));
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    private static CorrectionPage.Notice notice(Corrections.Listed listed, String base) {
        var erratum = listed.erratum();
        boolean live = !listed.present().isEmpty();
        return new CorrectionPage.Notice(
                live ? listed.present() : null,
                live ? base + "/v1/" + listed.present() : null,
                erratum.at(),
                erratum.version(),
                erratum.severity(),
                erratum.wasWrong(),
                erratum.isRight());
    }
}
