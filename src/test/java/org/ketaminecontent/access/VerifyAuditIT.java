package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The command that follows the audit trail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyAuditIT {

    private static final Pattern HEAD = Pattern.compile("head: (8:[0-9a-f]{64})");

    @Test
    void it_ends_well_until_somebody_touches_an_entry(@TempDir Path directory) {
        try (var database = new OwnDatabase(directory.resolve("database")).start()) {
            var settings = new HashMap<>(database.settings());
            settings.put(
                    "KETAMINE_CONTENT_PACK_DIRECTORY",
                    SamplePack.in(directory.resolve("pack")).folder().toString());

            var good = RunningApplication.run(directory, settings, VerifyAudit.COMMAND);
            assertThat(good.awaitExit()).isZero();
            assertThat(good.log()).contains("audit log is unchanged").contains("entries: 8");

            var head = HEAD.matcher(good.log());
            assertThat(head.find()).isTrue();

            database.execute("alter table audit_entry disable trigger user; delete from audit_entry where number = 8");
            var cut = RunningApplication.run(directory, settings, VerifyAudit.COMMAND, "--head", head.group(1));
            assertThat(cut.awaitExit()).isOne();
            assertThat(cut.log()).contains("The entry that the head was taken from is missing.");

            database.execute("update audit_entry set actor = 'somebody' where number = 3;"
                    + " alter table audit_entry enable trigger user");
            // A secret that is set later does not make what was there before any better or worse.
            settings.put("KETAMINE_CONTENT_ACCESS_SECRET", "a secret that is for tests and nothing else");
            var bad = RunningApplication.run(directory, settings, VerifyAudit.COMMAND);
            assertThat(bad.awaitExit()).isOne();
            assertThat(bad.log()).contains("Entry 3 was touched", "entries: 2");
        }
    }
}
