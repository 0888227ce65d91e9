package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Receiver;

/** What editors are answered has instants in whole seconds too, and steps are counted all the same. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class EditorialInstantsTest {

    private static final Pattern FRACTION = Pattern.compile("\\dT\\d\\d:\\d\\d:\\d\\d[.,]\\d");
    private static final Pattern COLLECTION = Pattern.compile("/editorial/v1/([a-z-]+)/\\{name}.*");

    @Inject
    Editors editors;

    @Test
    void no_described_address_answers_with_a_fraction_of_a_second() {
        var slug = slug();
        var document = "glossary/"
                + editors.publish("glossary", slug, term(slug)).path("id").asText();
        var later = Instant.now().plusSeconds(600).plusMillis(250).toString();
        editors.publisher().does(document, "schedule", Map.of("withdrawAt", later, "reason", "Its time is over."));
        var key = made(
                editors.bootstrap().post("/keys", Map.of("name", slug, "scopes", List.of("read"), "expiresAt", later)),
                201);
        try (var receiver = Receiver.start()) {
            var ids =
                    Map.of("/imports/", id(anImport()), "/keys/", id(key), "/webhooks/", id(aWebhook(receiver.url())));
            var delivery = made(editors.admin().get("/webhooks/" + ids.get("/webhooks/") + "/deliveries"), 200)
                    .at("/data/0");
            Described.readEditorial()
                    .names()
                    .filter(name -> name.startsWith("GET ") && !name.endsWith("/export"))
                    .map(name -> filled(name.substring(4), ids).replace("{delivery}", id(delivery)))
                    .forEach(this::hasNoFraction);
        }
    }

    private void hasNoFraction(String address) {
        var answer = editors.bootstrap().request().get(address);

        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.asString()).as(address).doesNotContainPattern(FRACTION);
    }

    private String filled(String address, Map<String, String> ids) {
        var collection = COLLECTION.matcher(address);
        if (!collection.matches()) {
            return ids.entrySet().stream()
                    .filter(each -> address.contains(each.getKey()))
                    .findFirst()
                    .map(each -> address.replace("{id}", each.getValue()))
                    .orElse(address);
        }
        var document = made(editors.bootstrap().get("/" + collection.group(1) + "?limit=1"), 200)
                .at("/data/0");
        var revision = document.path("revision").asText();
        return address.replace("{name}", id(document)).replace("{revision}", revision)
                + (address.endsWith("/diff") ? "?from=" + revision + "&to=" + revision : "");
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    private JsonNode anImport() {
        return made(
                editors.admin()
                        .request()
                        .contentType("application/zip")
                        .body(editors.admin().get("/export").asByteArray())
                        .post("/editorial/v1/imports?dryRun=true"),
                202);
    }

    private JsonNode aWebhook(String url) {
        var webhook = made(
                editors.admin().post("/webhooks", Map.of("name", "Instants", "kind", "standard", "url", url + "/hook")),
                201);
        made(editors.admin().post("/webhooks/" + id(webhook) + "/test", Map.of()), 202);
        return webhook;
    }

    @Test
    void two_changes_within_a_second_are_told_apart() {
        var draft = editors.writer().create("glossary", slug(), term("Twice in a second"));
        var document = "glossary/" + id(draft);
        var etag = draft.path("etag").asText();
        made(editors.writer().patch(document, Map.of("note", "One"), etag), 200);

        var stale = editors.writer().patch(document, Map.of("note", "Another"), etag);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(made(stale, 412).path("changedAt").asText()).matches("[^.]+Z");
    }
}
