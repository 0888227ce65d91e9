package org.ketaminecontent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ketaminecontent.start.LocalDatabase;

/** Starts the application, with a database of its own where none is named. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        // The framework would answer a malformed address with an empty 400; RequestGuard says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        LocalDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }
}
