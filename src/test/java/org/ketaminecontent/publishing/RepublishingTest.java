package org.ketaminecontent.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.editorial.PackPublisher;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.live.Rendition;
import org.ketaminecontent.pack.BrokenPack;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.SamplePack;

/** What happens to live documents when the pack changes. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepublishingTest {

    private static final String TOPIC = "topics/sample-topic.md";

    @Inject
    PackSource importer;

    @Inject
    PackPublisher packPublisher;

    @Inject
    ContentVersions versions;

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private SamplePack pack;

    @BeforeEach
    void publish_the_sample() {
        pack = SamplePack.in(folder);
        publish();
    }

    @AfterAll
    void publish_the_default_content_again() {
        packPublisher.publish(importer.read());
        // Other tests search.
        Eventually.until("what is published is searched", () -> versions.index() >= latestChange());
    }

    @Test
    void the_same_pack_again_changes_nothing() {
        var before = latestChange();

        var report = publish();

        assertThat(report).isEqualTo(new PackPublisher.Report(0, 8, 0, List.of()));
        assertThat(latestChange()).isEqualTo(before);
    }

    @Test
    void a_file_laid_out_differently_is_no_change() {
        pack.replacing(TOPIC, "audience: everyone", "audience:   'everyone'");

        assertThat(publish().published()).isZero();
    }

    @Test
    void a_changed_file_gets_a_new_version_and_nothing_else_does() {
        int version = version("/v1/topics/sample-topic");
        int other = version("/v1/conditions/sample-condition");
        pack.replacing(TOPIC, "title: Sample topic", "title: Another title");

        var report = publish();

        assertThat(report).isEqualTo(new PackPublisher.Report(1, 7, 0, List.of()));
        assertThat(version("/v1/topics/sample-topic")).isEqualTo(version + 1);
        assertThat(version("/v1/conditions/sample-condition")).isEqualTo(other);
        Api.given().get("/v1/topics/sample-topic").then().body("data.title", equalTo("Another title"));
    }

    @Test
    void a_removed_file_is_withdrawn_and_says_so() {
        var id = id("/v1/topics/sample-topic");
        pack.without(TOPIC);

        assertThat(publish().withdrawn()).isEqualTo(1);

        Api.given().get("/v1/topics/sample-topic").then().statusCode(410).body("code", equalTo("withdrawn"));
        Api.given().get("/v1/topics/" + id).then().statusCode(410);
        Api.given().get("/v1/conditions/sample-condition").then().body("data.topics.size()", equalTo(0));
    }

    @Test
    void a_document_that_returns_is_the_same_document() {
        var id = id("/v1/topics/sample-topic");
        int version = version("/v1/topics/sample-topic");
        var original = SamplePack.in(elsewhere);
        pack.without(TOPIC);
        publish();

        packPublisher.publish(importer.read(original.folder()));

        assertThat(id("/v1/topics/sample-topic")).isEqualTo(id);
        assertThat(version("/v1/topics/sample-topic")).isEqualTo(version + 1);
    }

    @Test
    void a_renamed_file_keeps_its_identity_and_redirects() {
        var id = id("/v1/topics/sample-topic");
        pack.renaming(TOPIC, "topics/better-name.md")
                .replacing(
                        "topics/better-name.md",
                        "audience: everyone",
                        "audience: everyone\nformerSlugs: [sample-topic]");

        publish();

        assertThat(id("/v1/topics/better-name")).isEqualTo(id);
        Api.given()
                .redirects()
                .follow(false)
                .get("/v1/topics/sample-topic?bodyFormat=text")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/v1/topics/better-name?bodyFormat=text"));

        pack.without("topics/better-name.md");
        publish();

        for (var name : List.of("better-name", "sample-topic")) {
            Api.given()
                    .get("/v1/topics/" + name)
                    .then()
                    .statusCode(410)
                    .body("detail", equalTo("The document 'better-name' was withdrawn."));
        }
    }

    @Test
    void a_broken_pack_changes_nothing() {
        var before = latestChange();
        pack.replacing(TOPIC, "title: Sample topic", "title: Another title")
                .replacing("faqs/sample-question.md", "theme: basics", "theme: basic");

        assertThatThrownBy(this::publish)
                .isInstanceOf(BrokenPack.class)
                .hasMessageContaining("faqs/sample-question.md:4");

        assertThat(latestChange()).isEqualTo(before);
    }

    @Test
    void an_answer_that_shows_nothing_changed_stays_as_it_was() {
        var etag = Api.given().get("/v1/conditions/sample-condition").header("ETag");
        var term = Api.given().get("/v1/glossary/sample-term").header("ETag");
        pack.replacing(TOPIC, "title: Sample topic", "title: Another title");

        publish();

        // The condition's answer names the topics that point to it; the term's does not.
        assertThat(Api.given().get("/v1/conditions/sample-condition").header("ETag"))
                .isNotEqualTo(etag);
        assertThat(Api.given().get("/v1/glossary/sample-term").header("ETag")).isEqualTo(term);
    }

    @Test
    void rendering_all_again_for_a_new_build_keeps_no_document_in_memory() {
        QuarkusTransaction.requiringNew().run(() -> {
            Rendition.update("build = 'another build'");

            packPublisher.renew();

            assertThat(Rendition.count("build = 'another build'")).isZero();
            assertThat(Panache.getSession().getStatistics().getEntityCount()).isZero();
        });
    }

    @Test
    void changes_are_numbered_without_gaps() {
        pack.replacing(TOPIC, "title: Sample topic", "title: Another title");
        publish();

        var numbers = QuarkusTransaction.requiringNew()
                .call(() -> Change.<Change>listAll().stream()
                        .map(change -> change.number)
                        .sorted()
                        .toList());

        assertThat(numbers.get(0)).isEqualTo(1);
        assertThat(numbers).hasSize(Math.toIntExact(numbers.get(numbers.size() - 1)));
    }

    private PackPublisher.Report publish() {
        return packPublisher.publish(importer.read(folder));
    }

    private static int version(String path) {
        return Api.given().get(path).jsonPath().getInt("data.version");
    }

    private static String id(String path) {
        return Api.given().get(path).jsonPath().getString("data.id");
    }

    private static long latestChange() {
        return QuarkusTransaction.requiringNew().call(Change::latest);
    }
}
