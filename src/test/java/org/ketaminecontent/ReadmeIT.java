package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.testing.Readme;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.ShownJson;

/** The README says what is so: its calls give the answers it shows, and its settings exist. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeIT {

    private static final String SHOWN_ADDRESS = "http://localhost:8080";
    private static final Path CODE = Path.of("src/main/java");
    private static final Path DEFAULTS = Path.of("src/main/resources/application.properties");
    private static final Pattern NAME = Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(\\);");

    @TempDir
    static Path directory;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(directory, Map.of()).awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static List<Readme.Example> examples() {
        return new Readme().examples();
    }

    static List<Readme.Example> calls() {
        return new Readme().calls();
    }

    static List<Readme.Setting> settings() {
        return new Readme().settings();
    }

    static List<String> links() {
        return new Readme().links();
    }

    @Test
    void it_shows_calls_and_settings() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(settings()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_call_gives_the_answer_that_is_shown(Readme.Example example) {
        assertThat(example.url()).startsWith(SHOWN_ADDRESS);
        var path = example.url().substring(SHOWN_ADDRESS.length());

        var answer = application
                .get(path, example.headers().toArray(String[]::new))
                .body()
                .replace(application.address(), SHOWN_ADDRESS);

        assertThat(ShownJson.of(answer, example.json())).isEqualTo(ShownJson.of(example.json()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_does_what_it_is_there_for(Readme.Example call) {
        // The client here takes no bar as it is; curl does.
        var path = call.url()
                .replace(SHOWN_ADDRESS, application.address())
                .replace("|", "%7C")
                .substring(application.address().length());

        // One of them shows a mistake.
        assertThat(application.get(path, call.headers().toArray(String[]::new)).statusCode())
                .isEqualTo(call.url().contains("safty") ? 400 : 200);
    }

    @ParameterizedTest
    @MethodSource("links")
    void an_address_to_open_is_there(String link) {
        assertThat(application.status(link.substring(SHOWN_ADDRESS.length()))).isBetween(200, 399);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_exists_and_has_the_default_that_is_shown(Readme.Setting setting) throws IOException {
        var defaults = new Properties();
        defaults.load(new StringReader(Files.readString(DEFAULTS)));

        assertThat(setting.name())
                .satisfiesAnyOf(
                        name -> assertThat(defaults).containsKey(name),
                        name -> assertThat(namedInCode()).contains(name));
        assertThat(defaults.getProperty(setting.name(), "none")).isEqualTo(setting.value());
    }

    /** Properties that the code reads by name, and those that a mapping of ours stands for. */
    private static Set<String> namedInCode() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var code = Files.readString(file);
                NAME.matcher(code).results().forEach(name -> names.add(name.group(1)));
                var prefix = MAPPING.matcher(code);
                if (prefix.find()) {
                    METHOD.matcher(code)
                            .results()
                            .forEach(method -> names.add(prefix.group(1) + "." + kebabCase(method.group(1))));
                }
            }
        }
        return names;
    }

    private static String kebabCase(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
