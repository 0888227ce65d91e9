package org.ketaminecontent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Wire;
import org.sqlite.JDBC;

/** Copies of a document whose withdrawal is scheduled know the time, wherever they came from. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class ExpiryTest {

    private static final String TIME = "2099-01-31T12:00:00Z";

    @Inject
    Editors editors;

    @Inject
    SnapshotMaker maker;

    @Inject
    SnapshotStore store;

    @Inject
    ResponseCache cache;

    @TempDir
    Path folder;

    private final String slug = slug();
    private String document = "";

    @AfterEach
    void forget() throws IOException {
        store.replace(SnapshotStore.Contents.NONE);
        cache.drop(Set.of(SnapshotResource.KEY));
    }

    private void publishAndSchedule() {
        document = "glossary/"
                + editors.publish("glossary", slug, term(slug)).path("id").asText();
        schedule();
    }

    private void schedule() {
        editors.publisher().does(document, "schedule", Map.of("withdrawAt", TIME, "reason", "Its time is over."));
    }

    private JsonNode delivered() {
        return Api.read("/v1/glossary/" + slug).path("data");
    }

    @Test
    void a_document_says_when_it_will_be_withdrawn_until_it_is_to_stay() {
        publishAndSchedule();

        assertThat(delivered().path("expiresAt").asText()).isEqualTo(TIME);
        assertThat(Wire.get("/glossary/" + slug, "Accept: application/ld+json")
                        .json()
                        .path("expires")
                        .asText())
                .isEqualTo(TIME);
        editors.publisher().does(document, "unschedule");
        assertThat(delivered().has("expiresAt")).isTrue();
        assertThat(delivered().path("expiresAt").isNull()).isTrue();
    }

    @Test
    void the_next_version_expires_at_the_same_time() {
        publishAndSchedule();

        editors.writer().changes(document, Map.of("content", Map.of("term", "Another " + slug)));
        editors.publish(document);

        assertThat(delivered().path("version").asInt()).isEqualTo(2);
        assertThat(delivered().path("expiresAt").asText()).isEqualTo(TIME);
    }

    @Test
    void once_withdrawn_and_back_it_does_not_expire() {
        publishAndSchedule();

        editors.publisher().does(document, "withdraw", Map.of("reason", "Taken back."));
        editors.writer().changes(document, Map.of("content", Map.of("term", "Back " + slug)));
        editors.publish(document);

        assertThat(delivered().path("expiresAt").isNull()).isTrue();
    }

    @Test
    void a_client_in_step_is_told_without_a_new_version() {
        document = "glossary/"
                + editors.publish("glossary", slug, term(slug)).path("id").asText();
        var before = lastPage();
        var published = delivered();

        schedule();
        var after = Api.read(
                "/v1/sync?checkpoint=" + before.at("/page/checkpoint/token").asText());

        assertThat(after.path("data")).hasSize(1);
        assertThat(after.at("/data/0/expiresAt").asText()).isEqualTo(TIME);
        assertThat(after.at("/data/0/version")).isEqualTo(published.path("version"));
        assertThat(after.at("/data/0/updatedAt")).isEqualTo(published.path("updatedAt"));
        assertThat(after.at("/meta/digest")).isEqualTo(before.at("/meta/digest"));
    }

    private static JsonNode lastPage() {
        var page = Api.read("/v1/sync?types=glossary");
        while (page.at("/page/hasMore").asBoolean()) {
            page = Api.read(
                    "/v1/sync?checkpoint=" + page.at("/page/checkpoint/token").asText());
        }
        return page;
    }

    @Test
    void a_snapshot_has_it_in_a_column() throws Exception {
        publishAndSchedule();
        assertThat(maker.make()).isTrue();
        cache.drop(Set.of(SnapshotResource.KEY));

        assertThat(rows("select slug || ' ' || expires_at from document where expires_at is not null"))
                .contains(slug + " " + TIME);
        assertThat(rows("select slug from document where expires_at is null or expires_at >"
                        + " strftime('%Y-%m-%dT%H:%M:%SZ', '" + TIME + "')"))
                .isNotEmpty()
                .doesNotContain(slug);
    }

    private List<String> rows(String sql) throws IOException, SQLException {
        var path = Api.read("/v1/snapshots").at("/data/0/files/0/href").asText().replaceFirst("^https?://[^/]+", "");
        var file = Files.write(folder.resolve("content.sqlite"), Wire.get(path).body());
        var found = new ArrayList<String>();
        try (var database = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
