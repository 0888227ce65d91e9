package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.Readme;

/** A wrong setting names itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ketamine-content.http.public-url             | content.example.org
                    ketamine-content.http.public-url             | ftp://content.example.org
                    ketamine-content.http.public-url             | https://
                    ketamine-content.http.public-url             | https://content.example.org/?a=b
                    ketamine-content.http.public-url             | not an address
                    ketamine-content.http.slow-answer            | -5s
                    ketamine-content.http.slow-answer            | soon
                    ketamine-content.webhooks.deadline           | 0s
                    ketamine-content.webhooks.deadline           | 61s
                    ketamine-content.webhooks.ports              | 443,http
                    ketamine-content.webhooks.ports              | 0
                    ketamine-content.http.cache.size             | lots
                    ketamine-content.http.connections            | -4
                    ketamine-content.http.connections            | 0
                    ketamine-content.http.key-header             | x-keys
                    ketamine-content.http.trusted-proxies        | 10.0.0.0/99
                    ketamine-content.http.trusted-proxies        | proxy.example.org
                    ketamine-content.http.private-port           | 99999
                    ketamine-content.http.hosts                  | content.example.org,a b
                    ketamine-content.http.transfer-memory        | 0
                    ketamine-content.webhooks.private-targets    | varnish
                    ketamine-content.reviews.overdue             | never
                    ketamine-content.reviews.grace-days          | -3
                    ketamine-content.access.writes-per-minute    | 0
                    ketamine-content.access.bootstrap-key        | yes
                    ketamine-content.studio.key-sign-in          | perhaps
                    quarkus.http.port                            | 99999
                    quarkus.datasource.jdbc.url                  | postgres://localhost/content
                    quarkus.oidc.auth-server-url                 | nowhere
                    """)
    void a_value_that_cannot_be_is_told_in_one_line_with_its_name(String name, String value) {
        assertThat(SettingCheck.faults(with(Map.of(name, value))))
                .singleElement()
                .asString()
                .startsWith("The setting " + name + " is '" + value + "', which is not ")
                .doesNotContain("\n");
    }

    @Test
    void a_secret_that_is_too_short_is_not_repeated() {
        assertThat(SettingCheck.faults(with(Map.of("ketamine-content.access.secret", "hush"))))
                .containsExactly("The setting ketamine-content.access.secret is not a text of 32 characters or more.");
    }

    @Test
    void a_name_that_there_is_not_is_told_with_the_nearest() {
        assertThat(SettingCheck.faults(with(Map.of("ketamine-content.http.publik-url", "x"))))
                .containsExactly("There is no setting ketamine-content.http.publik-url."
                        + " Did you mean 'ketamine-content.http.public-url'?");
        assertThat(SettingCheck.unknownVariables(Set.of(
                        "KETAMINE_CONTENT_HTTP_PUBLIK_URL",
                        "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                        "KETAMINE_CONTENT_SERVICE_HOST",
                        "KETAMINE_CONTENT_PORT_8080_TCP")))
                .containsExactly("The environment variable KETAMINE_CONTENT_HTTP_PUBLIK_URL is no setting."
                        + " Did you mean 'KETAMINE_CONTENT_HTTP_PUBLIC_URL'?");
    }

    @Test
    void what_the_application_comes_with_and_the_usual_is_fine() throws IOException {
        var settings = new HashMap<String, String>();
        var defaults = new Properties();
        defaults.load(new StringReader(Files.readString(Path.of("src/main/resources/application.properties"))));
        defaults.stringPropertyNames().forEach(name -> settings.put(name, defaults.getProperty(name)));
        settings.putAll(Map.of(
                "ketamine-content.http.public-url", "https://example.org/kc/",
                "ketamine-content.http.private-url", "http://[::1]:8081",
                "ketamine-content.http.trusted-proxies", "127.0.0.1, ::1, 10.0.0.0/8, fd00::/8",
                "ketamine-content.http.slow-answer", "PT0.5S",
                "ketamine-content.http.hosts", "content_api, one.example:8443,[::1]",
                "ketamine-content.http.cache.size", "0",
                "ketamine-content.access.secret", "x".repeat(32),
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/content?sslmode=verify-full",
                "quarkus.oidc.auth-server-url", "http://key_cloak:8080/realms/x"));

        assertThat(SettingCheck.faults(with(settings))).isEmpty();
    }

    @Test
    void every_setting_of_the_readme_has_a_rule() {
        assertThat(new Readme().settings())
                .extracting(Readme.Setting::name)
                .filteredOn(name -> name.startsWith("ketamine-content."))
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(SettingRules.KINDS).containsKey(name));
    }

    private static SmallRyeConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
