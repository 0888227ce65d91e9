package org.ketaminecontent.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.jboss.logging.Logger;

/** Gives up what nobody took, disables endpoints that are dead, and forgets what is old. */
@ApplicationScoped
class DeliveryUpkeep {

    private static final Logger LOG = Logger.getLogger(DeliveryUpkeep.class);

    /** Days that deliveries are remembered, and so the longest time that can be recovered. */
    static final int KEPT_DAYS = 30;

    static final int DEAD_DAYS = 5;

    private final EntityManager entityManager;

    DeliveryUpkeep(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void run() {
        update("update webhook_delivery set state = 'FAILED' where state = 'PENDING' and due_at < now()"
                + " and give_up_at < now() - interval '1 minute'");
        disableDead();
        update("delete from webhook_delivery where state <> 'PENDING' and created_at < now() - interval '" + KEPT_DAYS
                + " days'");
        // Reviews that became overdue are remembered, so that each is told of once.
        update("delete from webhook_message where type <> 'document.review_overdue' and at < now() - interval '"
                + KEPT_DAYS
                + " days' and not exists (select 1 from webhook_delivery d where d.message_id = webhook_message.id)");
    }

    private void disableDead() {
        @SuppressWarnings("unchecked")
        List<String> dead = entityManager
                .createNativeQuery(
                        "update webhook_endpoint set enabled = false, disabled_reason = 'No delivery has succeeded for "
                                + DEAD_DAYS + " days.' where enabled and failing_since < now() - interval '" + DEAD_DAYS
                                + " days' returning name",
                        String.class)
                .getResultList();
        dead.forEach(name -> LOG.warnf(
                "Webhook endpoint \"%s\" is disabled: no delivery has succeeded for %d days", name, DEAD_DAYS));
    }

    private void update(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }
}
