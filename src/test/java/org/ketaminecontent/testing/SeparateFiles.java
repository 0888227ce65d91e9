package org.ketaminecontent.testing;

import java.util.Map;

/** The settings of an application whose files are its own, because another is tested at the same time. */
public final class SeparateFiles {

    private SeparateFiles() {}

    /** @param name the folder below {@code target/} */
    public static Map<String, String> in(String name) {
        var folder = "target/" + name;
        return Map.of(
                "ketamine-content.snapshots.directory", folder + "/snapshots",
                "quarkus.smallrye-openapi.store-schema-directory", folder + "/openapi",
                "quarkus.smallrye-openapi.openapi30.store-schema-directory", folder + "/openapi",
                "quarkus.smallrye-openapi.editorial.store-schema-directory", folder + "/openapi");
    }
}
