package org.ketaminecontent.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.live.DatabaseClock;

/** Gives up what nobody took, disables endpoints that are dead, and forgets what is old. */
@ApplicationScoped
class DeliveryUpkeep {

    private static final Logger LOG = Logger.getLogger(DeliveryUpkeep.class);

    /** Days that deliveries are remembered, and so the longest time that can be recovered. */
    static final int KEPT_DAYS = 30;

    static final int DEAD_DAYS = 5;

    private final EntityManager entityManager;
    private final DatabaseClock clock;
    private final AuditTrail audit;

    DeliveryUpkeep(EntityManager entityManager, DatabaseClock clock, AuditTrail audit) {
        this.entityManager = entityManager;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void run() {
        update("update webhook_delivery set state = 'FAILED' where state = 'PENDING' and due_at < now()"
                + " and give_up_at < now() - interval '1 minute'");
        update("delete from webhook_delivery where state <> 'PENDING' and created_at < now() - interval '" + KEPT_DAYS
                + " days'");
        // Reviews that became overdue are remembered, so that each is told of once.
        update("delete from webhook_message where type <> 'document.review_overdue' and at < now() - interval '"
                + KEPT_DAYS
                + " days' and not exists (select 1 from webhook_delivery d where d.message_id = webhook_message.id)");
        disableDead();
    }

    private void disableDead() {
        var now = clock.now();
        List<WebhookEndpoint> dead =
                WebhookEndpoint.list("where enabled and failingSince < ?1", now.minus(DEAD_DAYS, ChronoUnit.DAYS));
        for (var endpoint : dead) {
            endpoint.enabled = false;
            endpoint.disabledAt = now.truncatedTo(ChronoUnit.SECONDS);
            endpoint.disabledReason = "No delivery has succeeded for " + DEAD_DAYS + " days.";
            LOG.warnf(
                    "Webhook endpoint \"%s\" is disabled: no delivery has succeeded for %d days",
                    endpoint.name, DEAD_DAYS);
        }
        if (!dead.isEmpty()) {
            audit.add(
                    Actor.SYSTEM,
                    dead.stream()
                            .map(each -> Webhooks.act("disable-webhook", each))
                            .toList());
        }
    }

    private void update(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }
}
