package org.example.gadget;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ketaminecontent.testing.SamplePack;

/** An application with gadgets, with a small pack that has one. */
public class GadgetProfile implements QuarkusTestProfile {

    /** The folder of this application's own descriptions. */
    static final Path DESCRIPTIONS = Path.of("target", "gadget", "openapi");

    @Override
    public String getConfigProfile() {
        return "test," + Gadgets.PROFILE;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.hibernate-orm.packages", "org.ketaminecontent,org.example.gadget"),
                Map.entry("mp.openapi.scan.exclude.packages", "org.example.none"),
                Map.entry("quarkus.flyway.locations", "db/migration,db/gadget"),
                Map.entry("quarkus.smallrye-openapi.store-schema-directory", DESCRIPTIONS.toString()),
                Map.entry("quarkus.smallrye-openapi.openapi30.store-schema-directory", DESCRIPTIONS.toString()),
                Map.entry("quarkus.smallrye-openapi.editorial.store-schema-directory", DESCRIPTIONS.toString()),
                Map.entry("ketamine-content.pack.directory", pack().toString()),
                Map.entry("ketamine-content.snapshots.directory", "target/gadget/snapshots"),
                Map.entry("ketamine-content.access.secret", "no secret at all, but long enough to be one"));
    }

    private static Path pack() {
        try {
            return SamplePack.in(Files.createTempDirectory("gadgets"))
                    .writing("gadgets/first-gadget.md", """
                            ---
                            label: A first gadget
                            blurb: A device that counts drops.
                            riskSummary: It can count wrong.
                            price: 1200
                            confirmation: confirmed
                            drafting: person
                            conditions: [sample-condition]
                            ---
                            ## How it works {#how-it-works}

                            It counts each drop that falls into a cup [@first-source].
                            """)
                    .folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
