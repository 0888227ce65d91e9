package org.ketaminecontent.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Scripts that other people's pages name with their digest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbedAssetsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path DIGESTS = Path.of("src/test/resources/embed/scripts.properties");

    @Test
    void a_script_never_changes_under_its_number() throws IOException {
        var known = new Properties();
        known.load(new StringReader(Files.readString(DIGESTS)));

        assertThat(known.stringPropertyNames())
                .contains(EmbedAssets.FRAME_SCRIPT, EmbedAssets.HOST_SCRIPT, EmbedAssets.ELEMENT_SCRIPT)
                .allSatisfy(name -> assertThat(EmbedAssets.digest("SHA-384", Files.readString(SCRIPTS.resolve(name))))
                        .as("pages name %s with its digest: once released, what is changed gets the next number", name)
                        .isEqualTo(known.getProperty(name)));
    }

    @Test
    void the_element_takes_the_same_names_as_the_server() throws IOException {
        assertThat(Files.readString(SCRIPTS.resolve(EmbedAssets.ELEMENT_SCRIPT)))
                .contains(ClinicName.CHARACTERS, ClinicName.ADDRESSES, "(?:" + ClinicName.CLAIMS + ")");
    }
}
