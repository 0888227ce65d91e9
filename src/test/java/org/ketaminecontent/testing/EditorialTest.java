package org.ketaminecontent.testing;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;

/** A test that edits: of an application and a database apart, so that nobody else sees what it publishes. The class names the
 * {@link Profile} as well: the framework does not look for it here.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("editorial")
@Target(TYPE)
@Retention(RUNTIME)
public @interface EditorialTest {

    /** Tests are quicker than people. */
    class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(SeparateFiles.in("editorial"));
            settings.putAll(Map.of(
                    // As in the image.
                    "quarkus.management.enabled", "true",
                    "quarkus.management.test-port", "0",
                    "quarkus.scheduler.enabled", "true",
                    "ketamine-content.access.secret", "no secret at all, but long enough to be one",
                    "ketamine-content.access.writes-per-minute", "100000",
                    "ketamine-content.access.failures-per-minute", "100000"));
            return settings;
        }
    }
}
