package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.xml.XmlPath;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** Numbers of people: whole, drawn, and never a benefit alone. */
@ApiTest
class RiskTest {

    private static List<JsonNode> documents() {
        return Stream.of("topics", "conditions", "side-effects", "faqs")
                .flatMap(collection -> Api.all("/v1/" + collection + "?fields=risks").stream())
                .filter(document -> !document.path("risks").isEmpty())
                .toList();
    }

    private static JsonNode withBenefit() {
        return documents().stream()
                .filter(document -> Json.texts(document, "risks.direction").contains("benefit"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode first(JsonNode document, String direction) {
        for (var risk : document.path("risks")) {
            if (risk.path("direction").asText().equals(direction)) {
                return risk;
            }
        }
        throw new AssertionError(direction);
    }

    private static String path(JsonNode risk) {
        var picture = risk.path("picture").asText();
        return picture.substring(picture.indexOf("/v1/"));
    }

    @Test
    void the_difference_is_that_of_the_counts() {
        assertThat(documents()).isNotEmpty().allSatisfy(document -> {
            for (var risk : document.path("risks")) {
                assertThat(risk.path("without").isNull())
                        .isEqualTo(risk.path("difference").isNull());
                if (!risk.path("without").isNull()) {
                    assertThat(risk.path("difference").asInt())
                            .isEqualTo(risk.at("/with/count").asInt()
                                    - risk.at("/without/count").asInt());
                }
            }
        });
    }

    @Test
    void a_benefit_comes_with_a_harm_in_the_same_document() {
        assertThat(documents()).allSatisfy(document -> {
            var ids = Json.texts(document, "risks.id");
            for (var risk : document.path("risks")) {
                var balance = Json.texts(risk, "balancedBy");
                assertThat(ids).containsAll(balance);
                assertThat(risk.path("direction").asText().equals("benefit") && balance.isEmpty())
                        .as(document.path("slug") + " " + risk.path("id"))
                        .isFalse();
            }
        });
    }

    @Test
    void a_picture_says_in_words_what_it_shows() {
        var risk = first(withBenefit(), "benefit");

        var answer = Api.given().get(path(risk));

        answer.then().statusCode(200).contentType("image/svg+xml");
        var svg = XmlPath.from(answer.asString());
        assertThat(svg.getString("svg.title")).contains(risk.path("outcome").asText());
        assertThat(svg.getString("svg.desc"))
                .contains(
                        risk.at("/text/with").asText(),
                        risk.at("/text/positive").asText());
    }

    @Test
    void the_picture_of_a_benefit_shows_the_harms_that_balance_it() {
        var document = withBenefit();
        var risk = first(document, "benefit");

        var svg = Api.given().get(path(risk)).asString();

        assertThat(svg).contains("What stands against it", "-harm)");
        for (var each : document.path("risks")) {
            if (Json.texts(risk, "balancedBy").contains(each.path("id").asText())) {
                assertThat(XmlPath.from(svg).getString("svg.desc"))
                        .contains(each.at("/text/with").asText());
            }
        }
    }

    @Test
    void a_picture_is_told_apart_without_colors_and_follows_the_device() {
        var svg = Api.given().get(path(first(withBenefit(), "harm"))).asString();

        assertThat(svg)
                .contains("<pattern", "prefers-color-scheme:dark", "@media print")
                .doesNotContain("<script");
    }

    @Test
    void a_picture_is_the_same_kept_or_not() {
        var path = path(first(withBenefit(), "harm"));

        var first = Api.given().get(path);
        var second = Api.given().accept("image/avif,image/webp,*/*;q=0.8").get(path);

        assertThat(second.asString()).isEqualTo(first.asString());
        Api.given()
                .header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void a_risk_that_is_not_there_is_told_those_that_are() {
        var document = withBenefit();

        Api.given()
                .get("/v1/" + document.path("type").asText() + "/"
                        + document.path("slug").asText() + "/risks/no-risk.svg")
                .then()
                .statusCode(404)
                .body(
                        "detail",
                        org.hamcrest.Matchers.containsString(
                                Json.texts(document, "risks.id").get(0)));
    }

    @Test
    void a_page_shows_the_picture_with_its_numbers_in_words() {
        var document = withBenefit();
        var risk = first(document, "benefit");

        var page = Api.given()
                .accept("text/html")
                .get("/" + document.path("type").asText() + "/"
                        + document.path("slug").asText())
                .asString();

        assertThat(page)
                .contains(
                        URI.create(risk.path("picture").asText()).getPath(),
                        risk.at("/text/with").asText(),
                        risk.path("limit").asText());
    }

    @Test
    void a_page_says_how_its_text_was_drafted_beside_the_review() {
        var document = withBenefit();

        var page = Api.given()
                .accept("text/html")
                .get("/" + document.path("type").asText() + "/"
                        + document.path("slug").asText())
                .asString();

        assertThat(document.at("/provenance/drafting").asText()).isEqualTo("ai-assisted");
        assertThat(page)
                .contains("No clinical review yet. Drafted with AI assistance, and not yet edited by a person.");
    }
}
