package org.ketaminecontent.sync;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.delivery.AnswerMeta;
import org.ketaminecontent.delivery.DeliveryContexts;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.live.LatestChanges;
import org.ketaminecontent.live.RenditionReader.Stamp;

/** Builds the {@code meta} object of sync pages: the notices, and always the crisis contacts. */
@ApplicationScoped
public class SyncMeta {

    private final LatestChanges latest;
    private final AnswerMeta metaMaker;
    private final CrisisContacts crisisContacts;
    private final RequestFacts facts;
    private final DeliveryContexts contexts;

    SyncMeta(
            LatestChanges latest,
            AnswerMeta metaMaker,
            CrisisContacts crisisContacts,
            RequestFacts facts,
            DeliveryContexts contexts) {
        this.latest = latest;
        this.metaMaker = metaMaker;
        this.crisisContacts = crisisContacts;
        this.facts = facts;
        this.contexts = contexts;
    }

    /** The address at the beginning of links for a request. */
    String base(RoutingContext context) {
        return facts.base(context);
    }

    /** The address at the beginning of links without a request. */
    public String home() {
        return facts.home();
    }

    /** The latest change to the crisis contacts. */
    Stamp contacts() {
        return latest.to(List.of(crisisContacts.collection()));
    }

    SyncPage.SyncMeta meta(SyncReader.Step step, Stamp contacts, String base) {
        var deliveryContext = contexts.at(step.next().scope().bodyFormat(), base);
        long version = Math.max(step.next().number(), contacts.number());
        Meta meta = metaMaker.meta(version, Optional.empty(), deliveryContext, Optional.empty());
        return new SyncPage.SyncMeta(
                version,
                Checkpoints.SCHEMA_VERSION,
                step.digest(),
                meta.licence(),
                meta.attribution(),
                meta.disclaimer(),
                meta.regulatoryNotice(),
                metaMaker.crisis(contacts.number(), deliveryContext));
    }

    /** The object without a request. */
    public SyncPage.SyncMeta meta(SyncReader.Step step) {
        return meta(step, contacts(), home());
    }
}
