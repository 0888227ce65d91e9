package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people come back to after they signed in, and which pages their session is for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInSwitchTest {

    private static final String REDIRECT = "quarkus.oidc.authentication.redirect-path";
    private static final String COOKIE = "quarkus.oidc.authentication.cookie-path";

    @ParameterizedTest
    @CsvSource({
        "https://example.org/kc, /kc/studio",
        "https://example.org/kc/, /kc/studio",
        "https://example.org/a/b, /a/b/studio",
        "https://example.org, /studio",
        "https://example.org/, /studio"
    })
    void the_paths_of_sign_in_are_below_that_of_the_public_address(String publicUrl, String studio) {
        var config = new SmallRyeConfigBuilder()
                .withInterceptors(new SignInSwitch())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "ketamine-content.http.public-url",
                                publicUrl,
                                REDIRECT,
                                "/studio/provider",
                                COOKIE,
                                "/studio"),
                        "test",
                        100))
                .build();

        assertThat(config.getConfigValue(REDIRECT).getValue())
                .isEqualTo(publicUrl.replaceFirst("/$", "") + "/studio/provider");
        assertThat(config.getConfigValue(COOKIE).getValue()).isEqualTo(studio);
    }
}
