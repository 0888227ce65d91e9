package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hc.client5.http.cache.CacheResponseStatus;
import org.apache.hc.client5.http.cache.HttpCacheContext;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;

/** A cache that many readers share must never give one the answer of another. */
@ApiTest
class SharedCacheTest {

    private static final int LARGEST = 4_000_000;
    private static final List<String> PATHS = List.of(
            "/v1",
            "/v1/topics/what-ketamine-is",
            "/v1/topics/what-ketamine-is?include=conditions,references",
            "/v1/side-effects?limit=3&fields=name",
            "/v1/topics/no-such-topic");
    private static final List<String> TYPES = List.of("", "application/json", "*/*", "text/csv", "application/*;q=0.1");
    private static final List<String> CODINGS = List.of("", "gzip", "identity", "gzip;q=0, identity", "br");
    private static final List<String> LANGUAGES = List.of("", "en", "es, en;q=0.5", "de-CH", "*");

    private record Question(String path, String type, String coding, String language) {

        HttpUriRequestBase request() {
            var request = new HttpUriRequestBase("GET", URI.create("http://localhost:" + RestAssured.port + path));
            add(request, "Accept", type);
            add(request, "Accept-Encoding", coding);
            add(request, "Accept-Language", language);
            return request;
        }

        private static void add(HttpUriRequestBase request, String name, String value) {
            if (!value.isEmpty()) {
                request.addHeader(name, value);
            }
        }
    }

    @Test
    void every_reader_gets_through_a_shared_cache_what_the_server_would_have_said() throws IOException {
        var questions = new ArrayList<Question>();
        for (var path : PATHS) {
            for (var type : TYPES) {
                for (var coding : CODINGS) {
                    for (var language : LANGUAGES) {
                        questions.add(new Question(path, type, coding, language));
                    }
                }
            }
        }
        var twice = new ArrayList<>(questions);
        twice.addAll(questions);
        Collections.shuffle(twice, new Random(7));
        var outcomes = new TreeMap<CacheResponseStatus, Integer>();
        try (var direct = HttpClients.custom()
                        .disableContentCompression()
                        .disableRedirectHandling()
                        .build();
                var shared = CachingHttpClients.custom()
                        .setCacheConfig(CacheConfig.custom()
                                .setSharedCache(true)
                                .setMaxObjectSize(LARGEST)
                                .setMaxCacheEntries(10_000)
                                .build())
                        .disableContentCompression()
                        .disableRedirectHandling()
                        .build()) {
            for (var question : twice) {
                var context = HttpCacheContext.create();
                assertThat(answer(shared, question, context))
                        .as(question.toString())
                        .isEqualTo(answer(direct, question, HttpCacheContext.create()));
                outcomes.merge(context.getCacheResponseStatus(), 1, Integer::sum);
            }
        }
        // Nearly every second time, a question is one that was asked before.
        assertThat(outcomes.get(CacheResponseStatus.CACHE_HIT)).isGreaterThan(questions.size() / 4);
    }

    private static List<String> answer(HttpClient client, Question question, HttpCacheContext context)
            throws IOException {
        return client.execute(question.request(), context, SharedCacheTest::read);
    }

    private static List<String> read(ClassicHttpResponse response) throws IOException {
        var body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return List.of(
                String.valueOf(response.getCode()),
                header(response, "Content-Type"),
                header(response, "Content-Encoding"),
                header(response, "Content-Language"),
                header(response, "ETag"),
                new String(body, StandardCharsets.ISO_8859_1).replaceAll("\"traceId\":\"[0-9a-f]+\"", ""));
    }

    private static String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }
}
