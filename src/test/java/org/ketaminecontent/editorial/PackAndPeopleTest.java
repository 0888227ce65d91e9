package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.pack.Pack;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** What a newer pack and imports do to documents that people work on here. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class PackAndPeopleTest {

    private static final Actor ADMIN = new Actor("key:admin", "An admin", Set.of(), "key:admin", null, null);

    @Inject
    Editors editors;

    @Inject
    PackSource importer;

    @Inject
    PackPublisher packPublisher;

    @Inject
    ContentTypes contentTypes;

    @Inject
    EntityManager entityManager;

    private final String name = slug();
    private final String document = "glossary/" + name;

    private static @Nullable Pack original;

    private synchronized Pack original() {
        original = original == null ? importer.read() : original;
        return original;
    }

    @AfterEach
    void the_default_content_again() {
        packPublisher.publish(original());
    }

    @Test
    void a_draft_that_renames_a_live_document_keeps_no_newer_pack_out() {
        newerPack(termOf(name, "First"));
        renames(name + "-draft");

        var report = newerPack(termOf(name, "Second"));

        assertThat(report.kept()).extracting(PackPublisher.Kept::document).containsExactly(document);
        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("First");
    }

    @Test
    void a_draft_that_renames_a_live_document_keeps_no_import_out() {
        newerPack(termOf(name, "First"));
        renames(name + "-draft");
        var manuscript = termOf(name, "Second");

        var outcome = packPublisher.publish(manuscript, pack(manuscript), ADMIN);

        assertThat(outcome.orElseThrow().outcome()).isEqualTo(PackOutcome.Outcome.KEPT);
        assertThat(packPublisher.publish(pack(manuscript), ADMIN))
                .anySatisfy(each -> assertThat(each.document()).isEqualTo(document));
    }

    @Test
    void a_name_that_a_draft_has_keeps_a_new_document_waiting_and_nothing_else() {
        newerPack(termOf(name, "First"));
        renames(name + "-new");

        var report =
                newerPack(termOf(name, "First"), termOf(name + "-new", "Another"), termOf(name + "-other", "Third"));

        assertThat(report.kept()).extracting(PackPublisher.Kept::document).contains(document + "-new");
        Api.given().get("/v1/" + document + "-new").then().statusCode(404);
        Api.given().get("/v1/" + document + "-other").then().statusCode(200);
    }

    @Test
    void a_name_that_a_new_draft_has_keeps_a_renamed_document_as_it_is() {
        newerPack(termOf(name, "First"));
        editors.writer().create("glossary", name + "-new", term("Drafted"));

        newerPack(termOf(name + "-new", "Renamed", name));

        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("First");
    }

    @Test
    void a_published_rename_is_not_undone_by_a_newer_pack() {
        newerPack(termOf(name, "First"));
        renames(name + "-renamed");
        editors.publish(document + "-renamed");

        newerPack(termOf(name, "Second"));

        Api.given()
                .redirects()
                .follow(false)
                .get("/v1/" + document)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/v1/" + document + "-renamed"));
        Api.given().get("/v1/" + document + "-renamed").then().statusCode(200);
    }

    @Test
    void a_document_that_people_renamed_and_took_back_stays_away() {
        newerPack(termOf(name, "First"));
        renames(name + "-renamed");
        editors.publish(document + "-renamed");
        takeBack(document + "-renamed");

        newerPack(termOf(name, "Second"));

        assertThat(Api.given().redirects().follow(false).get("/v1/" + document).statusCode())
                .isIn(301, 404, 410);
    }

    @Test
    void a_name_given_up_in_a_pack_may_be_a_new_documents() {
        newerPack(termOf(name, "First"));
        var id = id(document);
        newerPack(termOf(name + "-renamed", "First", name));
        assertThat(id(document + "-renamed")).isEqualTo(id);

        newerPack(termOf(name + "-renamed", "First"), termOf(name, "Another"));

        assertThat(id(document + "-renamed")).isEqualTo(id);
        assertThat(id(document)).isNotEqualTo(id);
    }

    @Test
    void two_documents_that_had_one_name_can_both_be_taken_back() {
        editors.publish("glossary", name, term("First"));
        var first = id(document);
        takeBack(document);
        renames(name + "-first");
        editors.publish("glossary", name, term("Second"));
        var second = id(document);

        takeBack(document);

        for (var each : List.of(name, first, second)) {
            Api.given().get("/v1/glossary/" + each).then().statusCode(410);
        }
    }

    private void takeBack(String document) {
        editors.publisher().does(document, "withdraw", Map.of("reason", "For the test."));
    }

    @Test
    void a_correction_by_import_goes_out_again_and_again() {
        for (var words : List.of("First", "Second", "Third")) {
            var manuscript = termOf(name, words);
            var outcome = packPublisher.publish(manuscript, pack(manuscript), ADMIN);
            assertThat(outcome.orElseThrow().outcome()).isEqualTo(PackOutcome.Outcome.PUBLISHED);
            assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo(words);
        }
        packPublisher.publish(pack(), ADMIN);
        Api.given().get("/v1/" + document).then().statusCode(410);

        packPublisher.publish(pack(termOf(name, "Fourth")), ADMIN);

        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("Fourth");
    }

    @Test
    void what_people_did_to_an_imported_document_stays() {
        packPublisher.publish(pack(termOf(name, "First")), ADMIN);
        editors.writer().changes(document, Map.of("content", Map.of("term", "Edited")));
        editors.publish(document);

        var manuscript = termOf(name, "Second");
        var outcome = packPublisher.publish(manuscript, pack(manuscript), ADMIN).orElseThrow();

        assertThat(outcome.outcome()).isEqualTo(PackOutcome.Outcome.KEPT);
        assertThat(outcome.reason()).contains("people");
        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("Edited");
    }

    /** As an older version of the application kept it: before documents said how they were drafted, and what ages. */
    @Test
    void what_people_did_before_an_upgrade_stays_and_can_be_worked_on() {
        newerPack(termOf(name, "First"));
        editors.writer().changes(document, Map.of("content", Map.of("term", "Edited")));
        editors.publish(document);
        forgets("drafting", "editedByPerson", "asOf", "askedAs");

        var report = newerPack(termOf(name, "Second"));

        assertThat(report.kept()).extracting(PackPublisher.Kept::document).contains(document);
        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("Edited");
        assertThat(editors.writer().read(document).at("/version/content/term").asText())
                .isEqualTo("Edited");
        editors.writer().changes(document, Map.of("content", Map.of("term", "Edited again", "drafting", "person")));
        editors.publish(document);
        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("Edited again");
    }

    private void forgets(String... fields) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var field : fields) {
                entityManager
                        .createNativeQuery("update revision set content = (content::jsonb - ?1)::text where slug = ?2")
                        .setParameter(1, field)
                        .setParameter(2, name)
                        .executeUpdate();
            }
            entityManager
                    .createNativeQuery("update glossary_term set drafting = null where slug = ?1")
                    .setParameter(1, name)
                    .executeUpdate();
        });
    }

    @Test
    void the_pack_of_the_application_leaves_alone_what_an_import_changed() {
        newerPack(termOf(name, "First"));
        packPublisher.publish(pack(termOf(name, "Imported"), termOf(name + "-added", "Added")), ADMIN);

        newerPack(termOf(name, "Second"));

        assertThat(Api.read("/v1/" + document).at("/data/term").asText()).isEqualTo("Imported");
        Api.given().get("/v1/" + document + "-added").then().statusCode(200);
    }

    private PackPublisher.Report newerPack(Manuscript... more) {
        return packPublisher.publish(pack(more));
    }

    private Pack pack(Manuscript... more) {
        var pack = original();
        var manuscripts = new ArrayList<>(pack.manuscripts());
        manuscripts.addAll(List.of(more));
        return new Pack(manuscripts, pack.rules(), pack.synonyms(), pack.origins(), List.of());
    }

    private Manuscript termOf(String slug, String words, String... formerSlugs) {
        ObjectNode content = term(words);
        for (var former : formerSlugs) {
            content.withArray("formerSlugs").add(former);
        }
        var contentType = contentTypes.of("glossary").orElseThrow();
        return new Manuscript("glossary", slug, AuthoredJson.stored(content.toString(), contentType.contentType()));
    }

    private void renames(String newName) {
        editors.writer().changes(document, Map.of("slug", newName));
    }

    private static String id(String document) {
        return Api.read("/v1/" + document).at("/data/id").asText();
    }
}
