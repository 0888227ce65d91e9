package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Instants in answers are in whole seconds, whatever the precision of the database. */
@ApiTest
class InstantsTest {

    private static final Pattern FRACTION = Pattern.compile("\\dT\\d\\d:\\d\\d:\\d\\d[.,]\\d");

    @ParameterizedTest
    @MethodSource("org.ketaminecontent.delivery.ParameterTest#addresses")
    void no_described_address_answers_with_a_fraction_of_a_second(String address) {
        assertThat(Api.given().get(address.replaceFirst("[?&]$", "")).asString())
                .doesNotContainPattern(FRACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?limit=100&include=faqs,references,conditions,sideEffects",
                "/v1/topics?fields=title",
                "/feeds/changes.atom",
                "/feeds/changes.json",
                "/sitemap.xml",
                "/topics",
                "/topics/history",
                "/embed/topics/history",
                "/infobutton?mainSearchCriteria.v.dn=sleep",
                "/infobutton?mainSearchCriteria.v.dn=sleep&knowledgeResponseType=application/json",
                "/openapi.json",
                "/openapi/editorial.json"
            })
    void nor_does_any_other(String address) {
        var answer = Wire.get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContainPattern(FRACTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics/history", "/topics"})
    void structured_data_has_none_either(String page) {
        var data = Wire.get(page, "Accept: application/ld+json").json();

        assertThat(data.path("dateModified").asText()).matches("[^.]+Z");
    }

    /** A client may send back the instant that it saw. */
    @Test
    void a_document_has_changed_since_the_instant_that_it_shows() {
        for (var collection : Api.collections()) {
            var latest =
                    Api.read("/v1/" + collection + "?sort=-updatedAt&limit=1").at("/data/0");

            assertThat(Api.slugs("/v1/" + collection + "?updatedSince="
                            + latest.path("updatedAt").asText()))
                    .contains(latest.path("slug").asText());
        }
    }
}
