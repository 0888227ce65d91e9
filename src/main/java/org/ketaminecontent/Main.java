package org.ketaminecontent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ketaminecontent.access.VerifyAudit;
import org.ketaminecontent.start.CannotStart;
import org.ketaminecontent.start.LocalDatabase;
import org.ketaminecontent.start.StartCheck;

/**
 * Starts the application, with a database of its own where none is named. With {@code verify-audit} it serves nobody: it
 * follows the audit trail, says what it found, and ends with 0 where nothing was touched and 1 otherwise.
 */
@QuarkusMain
public class Main {

    /** What is wrong with a start is told to whoever starts, not to a log. */
    @SuppressWarnings("java:S106")
    public static void main(String... args) {
        // The framework would answer a malformed address with an empty 400; RequestGuard says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        boolean verify = args.length > 0 && args[0].equals(VerifyAudit.COMMAND);
        if (verify) {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false");
        }
        try {
            StartCheck.run();
            if (verify) {
                LocalDatabase.joinUnlessConfigured();
            } else {
                LocalDatabase.startUnlessConfigured();
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        if (verify) {
            Quarkus.run(VerifyAudit.class, args);
        } else {
            Quarkus.run(args);
        }
    }
}
