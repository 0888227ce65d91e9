package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** The audit trail of a server with a secret. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class AuditTrailTest {

    @Inject
    Editors editors;

    @Inject
    AuditTrail trail;

    @Inject
    EntityManager entityManager;

    @Test
    void a_head_that_was_kept_is_looked_for() {
        var kept = Editors.made(editors.admin().get("/audit/verification"), 200);
        assertThat(kept.path("intact").asBoolean()).as(kept.toString()).isTrue();
        assertThat(kept.path("keyedFrom").asLong()).isEqualTo(1);
        var number = kept.path("entries").asText();
        editors.reviewer("Somebody who makes the trail grow");

        verify(number + ":" + kept.path("head").asText()).body("intact", equalTo(true));
        verify(number + ":" + "0".repeat(64))
                .body("intact", equalTo(false))
                .body("brokenAt", equalTo(Integer.parseInt(number)));
        verify("999999:" + "0".repeat(64)).body("intact", equalTo(false));
        editors.admin().get("/audit/verification?head=8").then().statusCode(400);
    }

    private io.restassured.response.ValidatableResponse verify(String head) {
        return editors.admin().get("/audit/verification?head=" + head).then().statusCode(200);
    }

    @Test
    void whoever_owns_the_tables_cannot_change_an_entry_unseen() {
        editors.admin();
        QuarkusTransaction.begin();
        try {
            entityManager
                    .createNativeQuery("alter table audit_entry disable trigger user")
                    .executeUpdate();
            entityManager
                    .createNativeQuery("update audit_entry set actor = 'somebody' where number = 3")
                    .executeUpdate();

            assertThat(trail.verify(null).brokenAt()).isEqualTo(3);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
