package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
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

    @Test
    void it_ends_well_until_somebody_touches_an_entry(@TempDir Path directory) {
        try (var database = new OwnDatabase(directory.resolve("database")).start()) {
            var settings = new HashMap<>(database.settings());
            settings.put(
                    "KETAMINE_CONTENT_PACK_DIRECTORY",
                    SamplePack.in(directory.resolve("pack")).folder().toString());

            var good = RunningApplication.run(directory, settings, VerifyAudit.COMMAND);
            assertThat(good.awaitExit()).isZero();
            assertThat(good.log()).contains("as it was written").contains("entries: 8");

            database.execute("alter table audit_entry disable trigger user;"
                    + " update audit_entry set actor = 'somebody' where number = 3;"
                    + " alter table audit_entry enable trigger user");
            var bad = RunningApplication.run(directory, settings, VerifyAudit.COMMAND);
            assertThat(bad.awaitExit()).isOne();
            assertThat(bad.log()).contains("Entry 3 was touched");
        }
    }
}
