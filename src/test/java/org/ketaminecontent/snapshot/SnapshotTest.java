package org.ketaminecontent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import io.quarkus.arc.Arc;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;
import org.sqlite.JDBC;

/** Files with all content. */
@ApiTest
class SnapshotTest {

    @Inject
    SnapshotMaker maker;

    @Inject
    SnapshotStore store;

    @Inject
    ResponseCache cache;

    @TempDir
    Path folder;

    private JsonNode snapshot;

    @BeforeEach
    void make() {
        maker.make();
        cache.drop(Set.of(SnapshotResource.KEY));
        snapshot = Api.read("/v1/snapshots").at("/data/0");
    }

    @AfterAll
    static void forget() throws IOException {
        // The description's example is of a server that has made none.
        Arc.container().instance(SnapshotStore.class).get().replace(SnapshotStore.Contents.NONE);
        Arc.container().instance(ResponseCache.class).get().drop(Set.of(SnapshotResource.KEY));
    }

    @Test
    void a_snapshot_of_another_log_is_none() throws IOException {
        var ours = store.read();
        store.replace(new SnapshotStore.Contents("another log", ours.base(), ours.tables(), ours.snapshots()));

        assertThat(store.read().snapshots()).isEmpty();
        assertThat(maker.make()).isTrue();
    }

    @Test
    void a_snapshot_with_other_tables_is_made_anew() throws IOException {
        var ours = store.read();
        store.replace(new SnapshotStore.Contents(ours.log(), ours.base(), 1, ours.snapshots()));

        assertThat(maker.make()).isTrue();
        assertThat(maker.make()).isFalse();
    }

    @Test
    void a_list_that_was_cut_off_is_none() throws IOException {
        var list = store.file("snapshots.json");
        Files.writeString(list, Files.readString(list).substring(0, 100));

        assertThat(store.read().snapshots()).isEmpty();
        assertThat(maker.make()).isTrue();
        assertThat(store.read().snapshots()).hasSize(1);
    }

    @Test
    void a_snapshot_without_one_of_its_files_is_made_anew() throws IOException {
        var lost = store.read().latest().orElseThrow().files().get(0);
        var name = SnapshotStore.name(lost);
        Files.delete(store.file(name));

        assertThat(Wire.get(SnapshotResource.PATH + "/" + name).status()).isEqualTo(404);
        assertThat(maker.make()).isTrue();
        assertThat(store.read().latest()).isPresent();
    }

    /** A withdrawn document's slug may be given to another one, and the page with the new one may come first. */
    @Test
    void two_documents_may_have_one_slug_for_a_moment() throws SQLException {
        try (var database = new JDBC().connect("jdbc:sqlite::memory:", new Properties());
                var change = database.createStatement()) {
            change.executeUpdate(SqliteTables.SQL);
            for (var id : List.of("withdrawn", "new")) {
                change.executeUpdate("insert into document (id, type, slug, locale, version, title, summary, json)"
                        + " values ('" + id + "', 'topics', 'same', 'en', 1, '', '', '{}')");
            }

            try (var found = change.executeQuery("select count(*) from document where slug = 'same'")) {
                assertThat(found.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void the_list_says_when_it_was_made() {
        assertThat(Wire.get("/v1/snapshots").header("Last-Modified")).doesNotContain("1970");
    }

    @Test
    void while_nothing_changes_none_is_made() {
        assertThat(maker.make()).isFalse();
    }

    @Test
    void each_file_is_as_the_list_says() throws Exception {
        for (var file : snapshot.path("files")) {
            var answer = Wire.get(path(file));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(file.path("bytes").asInt());
            var digest = MessageDigest.getInstance("SHA-256").digest(answer.body());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo(file.path("sha256").asText());
            assertThat(answer.header("Repr-Digest"))
                    .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.header("ETag"))
                    .isEqualTo("\"" + file.path("sha256").asText() + "\"");
        }
        assertThat(snapshot.path("files")).hasSize(6);
    }

    @Test
    void compressed_files_hold_the_same() throws IOException {
        for (var format : List.of("sqlite", "json-lines")) {
            var plain = body(format, "none");

            assertThat(new GZIPInputStream(new ByteArrayInputStream(body(format, "gzip"))).readAllBytes())
                    .isEqualTo(plain);
            assertThat(new ZstdInputStream(new ByteArrayInputStream(body(format, "zstd"))).readAllBytes())
                    .isEqualTo(plain);
        }
    }

    @Test
    void lines_are_the_documents() {
        var lines = new String(body("json-lines", "none"), StandardCharsets.UTF_8).split("\n");

        assertThat(lines)
                .hasSize(snapshot.path("documents").asInt())
                .allMatch(line -> Json.parse(line).path("updatedAt").asText().matches("[^.]+Z"));
        assertThat(snapshot.path("documents").asInt())
                .isEqualTo(Api.collections().stream()
                        .mapToInt(type -> Api.all("/v1/" + type).size())
                        .sum());
    }

    @Test
    void sync_goes_on_from_a_snapshot() {
        var page = Api.read("/v1/sync?checkpoint=" + snapshot.path("checkpoint").asText());

        assertThat(page.path("data")).isEmpty();
        assertThat(page.at("/meta/digest").asText())
                .isEqualTo(snapshot.path("digest").asText());
    }

    @Test
    void the_database_can_be_opened_and_says_what_it_is() throws Exception {
        try (var database = database()) {
            assertThat(read(database, "pragma integrity_check")).containsExactly("ok");
            assertThat(read(database, "pragma user_version")).containsExactly("1");
            assertThat(read(database, "select value from meta where key = 'checkpoint'"))
                    .containsExactly(snapshot.path("checkpoint").asText());
            assertThat(read(database, "select count(*) from crisis")).doesNotContain("0");
            assertThat(read(database, "select count(*) from section")).doesNotContain("0");
            assertThat(read(
                            database,
                            "select display from code c join document d on d.number = c.document"
                                    + " where d.slug = 'ptsd' and code = 'F43.10'"))
                    .isNotEmpty();
            assertThat(read(
                            database,
                            "select r.slug from relation r left join document d using (type, slug)"
                                    + " where d.id is null"))
                    .as("relations that lead nowhere")
                    .isEmpty();
        }
    }

    @Test
    void sqlite3_opens_it() throws Exception {
        var file = Files.write(folder.resolve("content.sqlite"), body("sqlite", "none"));
        Process process;
        try {
            process = new ProcessBuilder(
                            "sqlite3", file.toString(), "select count(*) from search where search match 'ketamine'")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            abort("sqlite3 is not installed here");
            return;
        }

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(Integer.parseInt(said)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-99, 0, 99", "bytes=100-, 100, -1", "bytes=-50, -50, -1", "bytes=10-99999999, 10, -1"})
    void a_part_comes_alone(String range, int first, int last) {
        var file = file("json-lines", "zstd");
        int bytes = file.path("bytes").asInt();
        int from = first < 0 ? bytes + first : first;
        int to = last < 0 ? bytes + last : last;

        var answer = Wire.get(path(file), "Range: " + range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + bytes);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(body("json-lines", "zstd"), from, to + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-3", "bytes=", "bytes=-", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"})
    void a_range_that_is_none_brings_all(String range) {
        assertThat(Wire.get(path(file("json-lines", "zstd")), "Range: " + range).status())
                .isEqualTo(200);
    }

    @Test
    void a_range_beyond_the_end_is_refused_and_another_files_part_is_not_given() {
        var path = path(file("json-lines", "zstd"));

        var beyond = Wire.get(path, "Range: bytes=999999999-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).startsWith("bytes */");
        assertThat(beyond.json().path("code").asText()).isEqualTo("range-not-satisfiable");
        assertThat(Wire.get(path, "Range: bytes=0-9", "If-Range: \"another\"").status())
                .isEqualTo(200);
    }

    @Test
    void what_the_client_has_is_not_sent_again_and_a_head_sends_nothing() {
        var file = file("sqlite", "gzip");
        var known =
                Wire.get(path(file), "If-None-Match: \"" + file.path("sha256").asText() + "\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();

        var head = Wire.send("HEAD", path(file));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(file.path("bytes").asText());
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.sqlite", "snapshots.json", "..%2Fpgpass", "%2e%2e%2f%2e%2e%2fpom.xml"})
    void what_is_no_snapshot_is_not_found(String name) {
        assertThat(Wire.get("/v1/snapshots/" + name).status()).isIn(400, 404);
    }

    private JsonNode file(String format, String compression) {
        for (var file : snapshot.path("files")) {
            if (file.path("format").asText().equals(format)
                    && file.path("compression").asText().equals(compression)) {
                return file;
            }
        }
        throw new AssertionError("no " + format + " " + compression);
    }

    private byte[] body(String format, String compression) {
        return Wire.get(path(file(format, compression)), "Accept: application/octet-stream")
                .body();
    }

    private static String path(JsonNode file) {
        return file.path("href").asText().replaceFirst("^https?://[^/]+", "");
    }

    private Connection database() throws IOException, SQLException {
        var file = Files.write(folder.resolve("opened.sqlite"), body("sqlite", "none"));
        return new JDBC().connect("jdbc:sqlite:" + file, new Properties());
    }

    private static List<String> read(Connection database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
