package org.ketaminecontent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ketaminecontent.start.LocalDatabase;

/** Starts the application, with a database of its own where none is named. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        LocalDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }
}
