package org.ketaminecontent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ketaminecontent.access.VerifyAudit;
import org.ketaminecontent.start.CannotStart;
import org.ketaminecontent.start.LocalDatabase;
import org.ketaminecontent.start.StartCheck;

/**
 * Starts the application, with a local database if none is configured. With {@code verify-audit} it starts no server:
 * it verifies the audit log, prints the result, and exits with 0 if the log is intact and 1 otherwise.
 */
@QuarkusMain
public class Main {

    /** Errors at the start are printed for the person who starts the application, not logged. */
    @SuppressWarnings("java:S106")
    public static void main(String... args) {
        // The framework would answer a malformed address with an empty 400; RequestGuard explains the error.
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
