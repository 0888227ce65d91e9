package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.AuditTrail.Act;

/** Records the steps that leave a document's text as it is in the audit trail. */
@ApplicationScoped
class StepTrail {

    private final AuditTrail audit;

    StepTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * Records one step of the transaction that takes it.
     *
     * @param detail members of the entry beside the document's name
     * @return the document
     */
    Work record(Work work, Actor actor, String action, Map<String, ?> detail) {
        var revision = Revision.head(work);
        var more = new HashMap<String, Object>(detail);
        more.put("document", work.key());
        var hash = revision.contentHash;
        audit.add(actor, List.of(new Act(action, work.id.toString(), revision.number, more, hash, hash)));
        return work;
    }
}
