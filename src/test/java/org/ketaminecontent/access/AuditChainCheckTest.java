package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What somebody does to the tables of the audit trail who owns them and does not know the secret. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditChainCheckTest {

    private static final String SECRET = "a".repeat(32);

    private final AuditDigests unkeyed = digests(Map.of());
    private final AuditDigests keyed = digests(Map.of("secret", SECRET));
    private final List<AuditEntry> trail = new ArrayList<>();

    // No test here comes to the database.
    @SuppressWarnings("NullAway")
    private static AuditDigests digests(Map<String, String> settings) {
        var values = new HashMap<>(Map.of(
                "ketamine-content.access.bootstrap-key", "none",
                "ketamine-content.access.credentials-claim", "credentials",
                "ketamine-content.access.writes-per-minute", "60",
                "ketamine-content.access.failures-per-minute", "10"));
        settings.forEach((name, value) -> values.put("ketamine-content.access." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(AccessConfig.class);
        return new AuditDigests(new ServerSecrets(config, null));
    }

    private void write(AuditDigests digests, int entries) {
        for (int i = 0; i < entries; i++) {
            var entry = new AuditEntry();
            entry.number = trail.size() + 1;
            entry.at = Instant.EPOCH;
            entry.actor = "oidc:somebody";
            entry.actorName = "Somebody";
            entry.action = "approve";
            entry.subject = "a document";
            entry.detail = "{}";
            entry.previous = trail.isEmpty() ? AuditEntry.BEGINNING : trail.get(trail.size() - 1).digest;
            digests.seal(entry);
            trail.add(entry);
        }
    }

    /** Changes an entry and makes all that follow fit, as whoever can compute their digests does. */
    private void rewriteFrom(int index, AuditDigests digests) {
        trail.get(index).actor = "oidc:somebody-else";
        for (int i = index; i < trail.size(); i++) {
            trail.get(i).previous = i == 0 ? AuditEntry.BEGINNING : trail.get(i - 1).digest;
            digests.seal(trail.get(i));
        }
    }

    private AuditHead head() {
        return new AuditHead(trail.size(), trail.get(trail.size() - 1).digest);
    }

    private AuditVerification found(AuditDigests digests, AuditHead... known) {
        return found(new AuditChainCheck(digests, Long.MAX_VALUE, false, List.of(known)));
    }

    private AuditVerification found(AuditChainCheck walk) {
        trail.forEach(entry -> {
            if (!walk.isBroken()) {
                walk.take(entry);
            }
        });
        return walk.end(false);
    }

    @Test
    void what_was_written_without_a_secret_goes_on_being_verified_after_one_is_set() {
        write(unkeyed, 3);
        write(keyed, 2);

        var found = found(keyed);

        assertThat(found.intact()).as(found.reason()).isTrue();
        assertThat(found.entries()).isEqualTo(5);
        assertThat(found.keyedFrom()).isEqualTo(4);
    }

    @Test
    void an_entry_from_before_cannot_be_changed_once_one_with_a_secret_follows() {
        write(unkeyed, 3);
        write(keyed, 2);
        trail.get(1).actor = "oidc:somebody-else";
        for (int i = 1; i < 3; i++) {
            trail.get(i).previous = trail.get(i - 1).digest;
            unkeyed.seal(trail.get(i));
        }
        trail.get(3).previous = trail.get(2).digest;

        assertThat(found(keyed).brokenAt()).isEqualTo(4);
    }

    @Test
    void an_entry_with_a_secret_is_not_written_anew_without_one() {
        write(keyed, 5);
        rewriteFrom(2, unkeyed);

        assertThat(found(keyed).brokenAt()).isEqualTo(3);
    }

    @Test
    void nor_with_another_one() {
        write(keyed, 5);
        rewriteFrom(2, digests(Map.of("secret", "b".repeat(32))));

        var found = found(keyed);
        assertThat(found.brokenAt()).isEqualTo(3);
        assertThat(found.reason()).contains("a secret that is not configured here");
    }

    @Test
    void a_whole_trail_written_anew_without_a_secret_is_found_out_by_a_running_server() {
        write(keyed, 5);
        rewriteFrom(0, unkeyed);

        assertThat(found(new AuditChainCheck(keyed, Long.MAX_VALUE, true, List.of()))
                        .intact())
                .isFalse();
    }

    @Test
    void and_by_a_head_and_by_the_setting() {
        write(keyed, 5);
        var head = head();
        rewriteFrom(0, unkeyed);

        assertThat(found(keyed, head).brokenAt()).isEqualTo(5);
        assertThat(found(new AuditChainCheck(keyed, 1, false, List.of())).brokenAt())
                .isEqualTo(1);
    }

    @Test
    void an_end_that_was_cut_off_is_found_out_by_a_head() {
        write(keyed, 5);
        var head = head();
        trail.remove(4);

        assertThat(found(keyed).intact()).isTrue();
        assertThat(found(keyed, head).brokenAt()).isEqualTo(5);
    }

    @Test
    void a_trail_that_has_grown_still_holds_a_head() {
        write(keyed, 3);
        var head = head();
        write(keyed, 3);

        assertThat(found(keyed, head).intact()).isTrue();
    }

    @Test
    void a_secret_that_was_set_before_still_verifies_what_it_signed() {
        write(keyed, 3);
        var successor = digests(Map.of("secret", "b".repeat(32), "former-secrets", SECRET));
        write(successor, 3);

        assertThat(found(successor).intact()).isTrue();
        assertThat(found(digests(Map.of("secret", "b".repeat(32)))).brokenAt()).isEqualTo(1);
    }

    /** Entries of earlier versions of the application have this digest. */
    @Test
    void the_digest_without_a_secret_is_what_it_always_was() {
        write(unkeyed, 1);

        assertThat(trail.get(0).text())
                .isEqualTo(
                        "1:120:1970-01-01T00:00:00Z13:oidc:somebody8:Somebody7:approve10:a document4:null2:{}4:null4:null64:"
                                + AuditEntry.BEGINNING);
    }
}
