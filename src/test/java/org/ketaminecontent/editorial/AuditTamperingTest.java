package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** The audit trail shows whether it was changed. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class AuditTamperingTest {

    @Inject
    Editors editors;

    @Inject
    EntityManager entityManager;

    @Test
    void the_audit_trail_cannot_be_changed_and_shows_it_when_it_was() {
        var slug = slug();
        editors.writer().create("glossary", slug, term(slug));
        for (var statement : List.of(
                "update audit_entry set actor = 'somebody else'", "delete from audit_entry", "truncate audit_entry")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() ->
                                    entityManager.createNativeQuery(statement).executeUpdate()))
                    .as(statement)
                    .hasStackTraceContaining("only grows");
        }
        verified(true, null);

        // Whoever owns the tables can switch that off, and is found out.
        var last = ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entityManager
                                .createNativeQuery("select max(number) from audit_entry")
                                .getSingleResult()))
                .longValue();
        var actor = tamper("update audit_entry set actor_name = actor_name || '!' where number = " + last);
        verified(false, last);
        tamper("update audit_entry set actor_name = left(actor_name, -1) where number = " + last);
        verified(true, null);
        assertThat(actor).isOne();
    }

    private int tamper(String statement) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entityManager
                    .createNativeQuery("alter table audit_entry disable trigger user")
                    .executeUpdate();
            int rows = entityManager.createNativeQuery(statement).executeUpdate();
            entityManager
                    .createNativeQuery("alter table audit_entry enable trigger user")
                    .executeUpdate();
            return rows;
        });
    }

    private void verified(boolean intact, @Nullable Long brokenAt) {
        var verification = Editors.made(editors.bootstrap().get("/audit/verification"), 200);
        assertThat(verification.path("intact").asBoolean()).isEqualTo(intact);
        assertThat(brokenAt == null ? null : verification.path("brokenAt").asLong())
                .isEqualTo(brokenAt);
    }
}
