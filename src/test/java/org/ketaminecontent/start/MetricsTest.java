package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Metrics;
import org.ketaminecontent.testing.Wire;

/** What operators watch moves with what happens. */
@ApiTest
class MetricsTest {

    private static final String HITS = "cache_gets_total{cache=\"answers\",result=\"hit\"}";
    private static final String MISSES = "cache_gets_total{cache=\"answers\",result=\"miss\"}";

    @Test
    void hits_and_misses_of_the_cache_are_counted() {
        var path = "/v1/topics?limit=4&updatedSince=2001-01-01T00:00:07Z";
        var before = read();

        List.of(1, 2, 3).forEach(each -> Wire.get(path));

        var after = read();
        assertThat(after.value(MISSES) - before.value(MISSES)).isEqualTo(1);
        assertThat(after.value(HITS) - before.value(HITS)).isEqualTo(2);
    }

    @Test
    void searches_are_counted_by_whether_they_found_anything_each_time() {
        var nothing = "content_searches_total{result=\"nothing\"}";
        var found = "content_searches_total{result=\"found\"}";
        var before = read();

        for (int i = 0; i < 2; i++) {
            Wire.get("/v1/search?q=" + "zzqx".repeat(3) + "wvu");
            Wire.get("/search?q=" + "zzqx".repeat(3) + "wvu");
            Wire.get("/v1/search?q=dissociation");
        }

        var after = read();
        assertThat(after.value(nothing) - before.value(nothing)).isEqualTo(4);
        assertThat(after.value(found) - before.value(found)).isEqualTo(2);
    }

    @Test
    void searches_of_which_nothing_fits_well_are_counted_apart() {
        var weak = "content_searches_total{result=\"weak\"}";
        var before = read();

        var asked = Stream.of("reset my password", "best pizza near me", "weather tomorrow", "how to fix a flat tire")
                .map(words -> Api.read("/v1/search?q=" + words.replace(' ', '+')))
                .filter(answer ->
                        answer.path("weak").asBoolean() && !answer.path("data").isEmpty())
                .count();

        assertThat(asked).isPositive();
        assertThat(read().value(weak) - before.value(weak)).isEqualTo(asked);
    }

    @Test
    void requests_are_sorted_by_how_long_they_took() {
        Wire.get("/v1/glossary");

        assertThat(read().text())
                .containsPattern(
                        "http_server_requests_seconds_bucket\\{method=\"GET\",outcome=\"SUCCESS\",status=\"200\","
                                + "uri=\"/v1/glossary\",le=\"0\\.25\"} [1-9]");
    }

    @Test
    void the_content_version_is_the_one_of_answers() {
        var version = Api.read("/v1").at("/meta/contentVersion").asLong();

        assertThat(read().value("content_version")).isEqualTo(version);
        assertThat(read().value("content_search_version")).isEqualTo(version);
        assertThat(read().value("content_database_reachable")).isEqualTo(1);
        assertThat(read().value("content_changes_unread")).isZero();
        assertThat(read().value("content_reviews_overdue")).isZero();
    }

    @Test
    void the_dashboard_asks_for_metrics_that_there_are() throws IOException {
        Wire.get("/v1/topics", "Authorization: Bearer none");
        var names = read().names();
        var dashboard = Json.parse(Files.readString(Path.of("docker/grafana-dashboard.json")));
        var queries = Json.texts(dashboard, "panels.targets.expr");

        assertThat(queries)
                .hasSizeGreaterThan(10)
                .allSatisfy(query -> assertThat(names(query))
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(names).contains(name)));
    }

    @Test
    void the_guide_lists_each_metric_of_the_content_and_none_that_there_is_not() throws IOException {
        Wire.get("/v1/topics", "Authorization: Bearer none");
        var listed = Pattern.compile("(?m)^\\| `(\\w+)` \\| ")
                .matcher(Files.readString(Path.of("docs/operating.md")))
                .results()
                .map(row -> row.group(1))
                .filter(name -> name.contains("_"))
                .toList();
        var there = read().names();

        assertThat(listed)
                .containsAll(there.stream()
                        .filter(name -> name.startsWith("content_"))
                        .toList())
                .contains("cache_gets_total", "security_events_total", "http_server_requests_seconds")
                .allSatisfy(name -> assertThat(there).containsAnyOf(name, name + "_bucket"));
    }

    /** The metrics of a query: what is neither a label, nor a function, nor a duration. */
    private static List<String> names(String query) {
        var bare = query.replaceAll("\\{[^}]*}", "").replaceAll("\\[[^]]*]", "").replaceAll("by \\([^)]*\\)", "");
        return Pattern.compile("[a-z_]{2,}\\b(?! *\\()")
                .matcher(bare)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Metrics read() {
        return Metrics.of(Wire.get("/q/metrics").text());
    }
}
