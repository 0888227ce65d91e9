package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Whatever is text comes compressed to those who take it so, and as it is to others. */
@ApiTest
class CompressionTest {

    /** A smaller text would not save a packet. */
    private static final int SMALL = 1000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/developers",
                "/builder",
                "/changes",
                "/offline",
                "/topics",
                "/topics/what-ketamine-is",
                "/crisis-resources",
                "/search?q=can+i+drive",
                "/search?q=zzqxwvu",
                "/embed/topics/what-ketamine-is",
                "/docs/",
                "/assets/site.css",
                "/assets/site.js",
                "/assets/studio.css",
                "/assets/builder.js",
                "/assets/ketamine-content-1.js",
                "/assets/mark.svg",
                "/assets/site.webmanifest",
                "/service-worker.js",
                "/openapi.json",
                "/openapi.yaml",
                "/openapi/editorial.json",
                "/v1",
                "/v1/topics",
                "/v1/topics/what-ketamine-is",
                "/v1/search?q=can+i+drive",
                "/v1/suggest?q=can+i",
                "/v1/lookup?code=icd-10-cm%7CF33.2",
                "/v1/corrections",
                "/v1/problems",
                "/v1/sync",
                "/v1/snapshots",
                "/v1/embed-code?url=/topics/what-ketamine-is&flavour=html",
                "/oembed?url=/topics/what-ketamine-is",
                "/infobutton?mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
                "/feeds/changes.atom",
                "/feeds/changes.json",
                "/sitemap.xml",
                "/robots.txt",
                "/.well-known/api-catalog"
            })
    void a_text_comes_both_ways(String path) {
        sameBothWays(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditions", "topics"})
    void so_does_each_picture_of_a_risk(String collection) {
        var risks = Api.all("/v1/" + collection + "?fields=risks").stream()
                .flatMap(document -> document.findValuesAsText("picture").stream())
                .map(address -> address.replaceFirst("https?://[^/]+", ""))
                .limit(3)
                .toList();

        assertThat(risks).isNotEmpty().allSatisfy(CompressionTest::sameBothWays);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics?theme=a&sort=b&limit=0&include=c&fields=d&bodyFormat=e&locale=f1&count=g, application/json, 400",
        "/topics/what-ketamin-is, text/html, 404",
        "/topics?cursor=x, text/html, 400"
    })
    void so_does_what_is_made_for_one_request(String path, String accept, int status) {
        var plain = Wire.get(path, "Accept: " + accept, "Accept-Encoding: identity");
        var zipped = Wire.get(path, "Accept: " + accept, "Accept-Encoding: gzip");

        assertThat(plain.status()).isEqualTo(status);
        assertThat(plain.body().length).isGreaterThan(SMALL);
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.unzipped().replaceAll("[0-9a-f]{32}", ""))
                .isEqualTo(plain.text().replaceAll("[0-9a-f]{32}", ""));
        assertThat(zipped.body().length).isLessThan(plain.body().length * 3 / 4);
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
    }

    private static void sameBothWays(String path) {
        var plain = Wire.get(path, "Accept: */*", "Accept-Encoding: identity");
        var zipped = Wire.get(path, "Accept: */*", "Accept-Encoding: gzip, deflate, br, zstd");

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Content-Encoding")).isNull();
        if (plain.body().length < SMALL) {
            assertThat(zipped.body()).isEqualTo(plain.body());
            return;
        }
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.unzipped()).isEqualTo(plain.text());
        assertThat(zipped.body().length).isLessThan(plain.body().length * 3 / 4);
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
    }
}
