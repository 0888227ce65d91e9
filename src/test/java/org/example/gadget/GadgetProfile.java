package org.example.gadget;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ketaminecontent.testing.SamplePack;
import org.ketaminecontent.testing.SeparateFiles;

/** An application with gadgets, with a small pack that has one. */
public class GadgetProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "test," + Gadgets.PROFILE;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(SeparateFiles.in("gadget"));
        settings.putAll(Map.of(
                "quarkus.hibernate-orm.packages", "org.ketaminecontent,org.example.gadget",
                "mp.openapi.scan.exclude.packages", "org.example.none",
                "quarkus.flyway.locations", "db/migration,db/gadget",
                "ketamine-content.pack.directory", pack().toString(),
                "ketamine-content.access.secret", "no secret at all, but long enough to be one"));
        return settings;
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
