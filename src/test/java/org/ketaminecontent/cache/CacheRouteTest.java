package org.ketaminecontent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Wire;

/** When an answer comes from the cache (RFC 9211), and that it is the same then. */
@ApiTest
class CacheRouteTest {

    private static final String HIT = "ketamine-content; hit";
    private static final int MANY = 100;

    @Inject
    ResponseCache cache;

    @Inject
    RequestFacts facts;

    /** What other tests asked for may leave no room for what is asked for once. */
    @BeforeEach
    void make_room() {
        cache.drop(Described.read().collections().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/topics/history",
                "/v1/faqs?theme=safety&limit=3",
                "/v1/topics/no-such-topic",
                "/v1/topics/history?locale=xx"
            })
    void the_second_answer_is_the_first_one_kept(String path) {
        var first = Wire.get(path);
        var second = Wire.get(path);

        assertThat(second.header("Cache-Status")).isEqualTo(HIT);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.text().replaceAll("[0-9a-f]{32}", ""))
                .isEqualTo(first.text().replaceAll("[0-9a-f]{32}", ""));
    }

    @Test
    void one_reads_for_a_hundred_who_ask_at_once() {
        var path = "/v1/conditions?limit=17&sort=-name,-updatedAt&fields=name";
        var pool = Executors.newFixedThreadPool(MANY);

        var answers = IntStream.range(0, MANY)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Wire.get(path), pool))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        pool.shutdown();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .extracting(Wire.Answer::text)
                .containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> "ketamine-content; fwd=uri-miss; stored".equals(answer.header("Cache-Status")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics?theme=safety&limit=7, /v1/topics?limit=7&theme=safety",
        "/v1/topics?theme=safety&theme=basics, /v1/topics?theme=basics&theme=safety",
        "/v1/faqs/how-fast?fields=question, /v1/faqs/how-fast?utm_source=mail&fields=question",
        "/v1/faqs/how-fast?fields=question%2Ctheme, '/v1/faqs/how-fast?fields=question,theme'",
        "/v1/topics/history, /v1/./topics/%68istory",
        "'/v1/faqs?theme=safety,basics&limit=4', /v1/faqs?limit=4&theme=basics&theme=safety",
        "'/v1/faqs/how-fast?fields=question,topics', /v1/faqs/how-fast?fields=topics&fields=question",
        "'/v1/faqs?sort=question,-updatedAt&limit=5', /v1/faqs?sort=question&sort=-updatedAt&limit=5"
    })
    void the_same_question_put_otherwise_is_the_same(String one, String other) {
        var first = Wire.get(one);

        var second = Wire.get(other);

        assertThat(second.header("Cache-Status")).isEqualTo(HIT);
        assertThat(second.text()).isEqualTo(first.text());
    }

    /** The cold answer first: what is kept for one must not be given to the other. */
    @ParameterizedTest
    @CsvSource({
        "/v1/references?sort=-year&sort=title&limit=9, /v1/references?sort=title&sort=-year&limit=9",
        "/v1/lookup?code=rxnorm%7C6130&code=icd-10-cm%7CF33.2, /v1/lookup?code=icd-10-cm%7CF33.2&code=rxnorm%7C6130",
        "'/v1/search?q=pain,ptsd', '/v1/search?q=ptsd,pain'",
        "'/v1/search?q=pain,ptsd&limit=3', /v1/search?q=pain&q=ptsd&limit=3"
    })
    void another_question_is_another(String one, String other) {
        Wire.get(one);

        assertThat(Wire.get(other).header("Cache-Status")).isNotEqualTo(HIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics?colour=red", "/v1/topics?limit=0", "/v1/topics?cursor=nonsense"})
    void mistakes_are_not_kept(String path) {
        Wire.get(path);

        assertThat(Wire.get(path).header("Cache-Status")).isNull();
    }

    @Test
    void whoever_shows_credentials_is_answered_afresh() {
        Wire.get("/v1/topics/history");

        assertThat(Wire.get("/v1/topics/history", "Authorization: Bearer abc").header("Cache-Status"))
                .isNotEqualTo(HIT);
    }

    @Test
    void a_kept_refusal_names_the_trace_of_each_request() {
        var path = "/v1/topics/" + UUID.randomUUID();
        Wire.get(path);

        var kept = Wire.get(path, "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(kept.header("Cache-Status")).isEqualTo(HIT);
        assertThat(kept.json().path("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void links_begin_with_the_address_that_was_asked_at() {
        var hosts = List.of("one.example", "two.example:8443");

        assertThat(hosts).allSatisfy(host -> {
            var answer =
                    Wire.sendRaw("GET /v1/faqs/how-fast HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.json().at("/links/self").asText()).isEqualTo("http://" + host + "/v1/faqs/how-fast");
            assertThat(answer.header("Link")).contains("http://" + host + "/");
        });
    }

    /** Addresses stand in queries of other addresses too, percent-encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/topics/history",
                "/builder",
                "/embed/topics/history",
                "/oembed?url=/topics/history",
                "/v1/embed-code?url=/topics/history"
            })
    void what_was_read_under_one_address_names_no_trace_of_it_under_another(String path) {
        var home = facts.home().replace("http://", "");
        var first = askedAt(home, path);

        var moved = askedAt("one.example:8443", path);

        assertThat(first.status()).isEqualTo(200);
        assertThat(moved.header("Cache-Status")).isEqualTo(HIT);
        assertThat((moved.headers() + moved.text()).replace("%3A", ":"))
                .doesNotContain(home)
                .contains("one.example:8443");
    }

    private static Wire.Answer askedAt(String host, String path) {
        return Wire.sendRaw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void a_hit_serves_head_and_conditions_as_well() {
        var etag = Wire.get("/v1/topics/history").header("ETag");

        var head = Wire.send("HEAD", "/v1/topics/history");
        var confirmed = Wire.get("/v1/topics/history", "If-None-Match: " + etag);

        assertThat(head.header("Cache-Status")).isEqualTo(HIT);
        assertThat(head.body()).isEmpty();
        assertThat(confirmed.header("Cache-Status")).isEqualTo(HIT);
        assertThat(confirmed.status()).isEqualTo(304);
    }

    @Test
    void whoever_wants_linked_data_gets_it_though_the_document_is_kept() {
        Wire.get("/v1/topics/history");

        var linked = Wire.get("/v1/topics/history", "Accept: application/ld+json, application/json;q=0.5");

        assertThat(linked.header("Content-Type")).startsWith("application/ld+json");
    }

    @Test
    void many_who_read_at_once_each_get_the_whole_answer() {
        var path = "/v1/topics/what-ketamine-is?include=conditions,sideEffects,faqs,references";
        var whole = Wire.get(path).text();
        var pool = Executors.newFixedThreadPool(MANY);

        var answers = IntStream.range(0, 10 * MANY)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> Wire.get(path).text(), pool))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        pool.shutdown();
        assertThat(answers).containsOnly(whole);
    }
}
