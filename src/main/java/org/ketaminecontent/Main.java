package org.ketaminecontent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ketaminecontent.access.VerifyAudit;
import org.ketaminecontent.start.LocalDatabase;

/**
 * Starts the application, with a database of its own where none is named. With {@code verify-audit} it serves nobody: it
 * follows the audit trail, says what it found, and ends with 0 where nothing was touched and 1 otherwise.
 */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        // The framework would answer a malformed address with an empty 400; RequestGuard says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        boolean verify = args.length > 0 && args[0].equals(VerifyAudit.COMMAND);
        if (verify) {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false");
        }
        LocalDatabase.startUnlessConfigured();
        if (verify) {
            Quarkus.run(VerifyAudit.class, args);
        } else {
            Quarkus.run(args);
        }
    }
}
