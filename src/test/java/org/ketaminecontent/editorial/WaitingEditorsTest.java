package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.live.PlainSelect;
import org.ketaminecontent.publishing.Publisher;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Editors who wait for each other keep no reader waiting, and are told in time. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WaitingEditorsTest {

    /** More than there are connections. */
    private static final int EDITORS = 30;

    @Inject
    Editors editors;

    @Inject
    Publisher publisher;

    @Inject
    PlainSelect select;

    @Test
    void readers_have_connections_however_many_editors_wait() {
        var waiting = new ArrayList<CompletableFuture<Integer>>();
        var documents = new ArrayList<String>();
        for (int i = 0; i < EDITORS; i++) {
            documents.add(approved());
        }
        var etags = documents.stream()
                .map(each -> editors.writer().read(each).path("etag").asText())
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            publisher.lock();
            for (int i = 0; i < EDITORS; i++) {
                var document = documents.get(i);
                var etag = etags.get(i);
                waiting.add(CompletableFuture.supplyAsync(
                        () -> editors.publisher()
                                .step(document, "publish", null, etag)
                                .statusCode(),
                        task -> new Thread(task).start()));
            }
            for (int i = 2; i < 42; i++) {
                Api.given()
                        .get("/v1/glossary?limit=" + i + "&sort=-updatedAt")
                        .then()
                        .statusCode(200);
            }
        });

        assertThat(waiting).extracting(CompletableFuture::join).isSubsetOf(200, 503);
    }

    @Test
    void whoever_waits_for_a_document_in_vain_is_told_so_in_time() {
        var document = approved();
        var id = editors.writer().read(document).path("id").asText();
        var etag = editors.writer().read(document).path("etag").asText();
        QuarkusTransaction.requiringNew().run(() -> {
            Work.lock(UUID.fromString(id));

            editors.writer()
                    .patch(document, Map.of("note", "Too early."), etag)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", equalTo("busy"));
        });
    }

    @Test
    void connections_are_set_up_by_a_statement() {
        for (var each : List.of(List.of("plan_cache_mode", "force_generic_plan"), List.of("lock_timeout", "800ms"))) {
            assertThat(select.rows(
                            "select current_setting(?)",
                            (connection, statement) -> statement.setString(1, each.get(0)),
                            row -> row.getString(1)))
                    .containsExactly(each.get(1));
        }
    }

    private String approved() {
        var document = "glossary/" + slug();
        editors.writer().create("glossary", document.substring("glossary/".length()), term(document));
        editors.writer().does(document, "submit");
        editors.reviewer().does(document, "approve");
        return document;
    }
}
