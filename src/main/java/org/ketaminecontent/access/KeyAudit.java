package org.ketaminecontent.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.http.Rfc3339;

/** Writes acts on API keys into the audit trail, with all that a key could do at that time, and never its text. */
@ApplicationScoped
class KeyAudit {

    private final AuditTrail trail;

    KeyAudit(AuditTrail trail) {
        this.trail = trail;
    }

    void add(Actor actor, String action, ApiKey key) {
        var detail = new TreeMap<String, String>();
        detail.put("name", key.name);
        detail.put("rights", String.join(" ", key.rights));
        detail.put("owner", key.madeBy);
        put(detail, "reviewerName", key.reviewerName);
        put(detail, "credentials", key.reviewerCredentials);
        put(detail, "expiresAt", key.expiresAt == null ? null : Rfc3339.text(key.expiresAt));
        put(detail, "replacedBy", key.replacedBy);
        trail.add(actor, List.of(new Act(action, ApiKey.PREFIX + key.id, null, detail, null, null)));
    }

    private static void put(Map<String, String> detail, String name, @Nullable String value) {
        if (value != null) {
            detail.put(name, value);
        }
    }
}
