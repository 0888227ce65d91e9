package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** A draft is checked without being kept. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class DraftChecksTest {

    @Inject
    Editors editors;

    @Test
    void a_draft_is_held_against_every_rule_without_being_kept() {
        var content = term("Sure");
        content.put("body", "A miracle cure.\n\nSee [[glossary/there-is-none|nothing]].");

        var findings = Editors.made(
                editors.writer().post("/glossary/validate", Map.of("slug", slug(), "content", content)), 200);

        assertThat(findings.path("valid").asBoolean()).isFalse();
        assertThat(Json.texts(findings, "findings.pointer")).contains("/content/body");
        assertThat(Json.texts(findings, "findings.line")).contains("3");
    }

    @Test
    void a_draft_is_held_against_the_rules_of_the_pack_which_say_what_to_write_instead() {
        var british = checked("A programme in which a word means what it says.");
        var plain = checked("A word that comes with its limits. Still, it comes at a price.");

        assertThat(british.path("valid").asBoolean()).isFalse();
        assertThat(british.at("/findings/0/level").asText()).isEqualTo("error");
        assertThat(british.at("/findings/0/message").asText()).contains("\"programme\"", "write \"program\"");
        assertThat(plain.path("valid").asBoolean()).isTrue();
        assertThat(plain.at("/findings/0/level").asText()).isEqualTo("warning");
        assertThat(plain.at("/findings/0/message").asText()).contains("plain-words");
    }

    private JsonNode checked(String body) {
        var content = term("Sure");
        content.put("body", body);
        return Editors.made(
                editors.writer().post("/glossary/validate", Map.of("slug", slug(), "content", content)), 200);
    }
}
