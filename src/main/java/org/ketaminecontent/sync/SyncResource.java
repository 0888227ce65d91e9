package org.ketaminecontent.sync;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.cache.ReaderTurns;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.PreviewParameter;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.live.ChangedDocuments.Item;
import org.ketaminecontent.live.ContentChanged;

/** Delivers whole documents in the order of their changes, to clients that store them. */
@Path("/v1/sync")
@Tag(name = "Sync", description = "Synchronization for clients that store the content.")
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {

    /** A page with a successor stays valid: later changes come on later pages. */
    private static final String OLDER = "public, max-age=86400, immutable";

    /** The first page is requested most. It leads to checkpoints that a restore of the database makes invalid. */
    private static final String FIRST = "public, max-age=60";

    /** A change may follow the last page at any moment. */
    private static final String LAST = "public, max-age=5";

    private final SyncReader reader;
    private final Checkpoints checkpoints;
    private final SyncWriter writer;
    private final SyncMeta around;

    SyncResource(SyncReader reader, Checkpoints checkpoints, SyncWriter writer, SyncMeta around) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.writer = writer;
        this.around = around;
    }

    @GET
    @Operation(
            summary = "Synchronize a copy",
            description = "Without a checkpoint, returns all content; with one, the changes since. Store or replace"
                    + " each document by its `id`, remove those that come as tombstones, and save"
                    + " `page.checkpoint.token` in the same transaction. Request the next page at once while"
                    + " `page.hasMore` is true, later with the same token. Documents are in the order of their"
                    + " latest change; one that changes between two pages may come twice. Checkpoints do not expire.")
    public RestResponse<SyncPage> getSyncPage(@BeanParam SyncQuery query, @Context RoutingContext context) {
        if (PreviewParameter.isIn(context.request())) {
            throw new InvalidParameters(
                    PreviewParameter.NAME,
                    ErrorCode.UNKNOWN_PARAMETER,
                    "There is no parameter 'preview' here: drafts must not enter a client's store.");
        }
        var start = start(query);
        ReaderTurns.hold(context, SyncReader.MOST_BYTES);
        var step = reader.after(start);
        var contacts = around.contacts();
        var base = around.base(context);
        var token = checkpoints.token(step.next());
        var page = new SyncPage.Info(
                step.hasMore(), new SyncPage.Position(token, step.next().number()));
        var links = query.links(
                base, step.hasMore() ? token : null, context.request().getParam(QueryParameter.AT_LEAST.name()));
        var body = writer.write(step, page, around.meta(step, contacts, base), links, base);
        var modified = step.items().stream().map(Item::at).reduce(contacts.at(), SyncResource::later);
        var answer = new CacheableAnswer(
                body,
                keys(step),
                modified,
                links.byRelation(),
                step.next().scope().locale());
        return caching(answer, query, step).described();
    }

    private Checkpoint start(SyncQuery query) {
        if (query.checkpoint == null) {
            return new Checkpoint(Scope.of(query), 0);
        }
        if (query.asksBesideCheckpoint()) {
            throw Checkpoints.refused("already contains the parameters of its first request: send it alone, or start"
                    + " again without it.");
        }
        return checkpoints.read(query.checkpoint);
    }

    private static CacheableAnswer caching(CacheableAnswer answer, SyncQuery query, SyncReader.Step step) {
        if (!step.hasMore()) {
            return answer.with("Cache-Control", LAST);
        }
        return answer.with("Cache-Control", query.checkpoint == null ? FIRST : OLDER);
    }

    private static Set<String> keys(SyncReader.Step step) {
        var keys = new HashSet<>(Set.of(ContentChanged.LOG));
        step.items().forEach(item -> keys.add(item.name()));
        return keys;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
