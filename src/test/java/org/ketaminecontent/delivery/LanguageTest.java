package org.ketaminecontent.delivery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

/** English is what there is; asking for anything else is told. */
@ApiTest
class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/topics?limit=1", "/v1/topics/what-ketamine-is", "/v1/faqs?limit=1&locale=en"})
    void every_answer_names_its_language(String path) {
        Api.given().get(path).then().statusCode(200).header("Content-Language", "en");
    }

    @Test
    void every_document_names_its_language() {
        Api.given().get("/v1/topics?locale=en").then().body("data.locale", everyItem(equalTo("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics", "/v1/topics/what-ketamine-is"})
    void a_language_that_is_not_there_is_not_found(String path) {
        Api.given()
                .get(path + "?locale=de")
                .then()
                .statusCode(404)
                .body("code", equalTo("locale-not-available"))
                .body("availableLocales", contains("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics", "/v1/topics/what-ketamine-is"})
    void the_default_is_given_instead_where_that_is_wanted(String path) {
        Api.given()
                .get(path + "?locale=de&fallback=default")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("meta.fallback", hasEntry("requested", "de"))
                .body("meta.fallback", hasEntry("delivered", "en"))
                .body("meta.fallback.fields", not(nullValue()));
    }

    @Test
    void nothing_fell_back_where_the_language_is_there() {
        Api.given()
                .get("/v1/topics/what-ketamine-is?locale=en&fallback=default")
                .then()
                .statusCode(200)
                .body("meta.fallback", nullValue());
    }

    @Test
    void a_wish_in_the_header_is_no_demand() {
        Api.given()
                .header("Accept-Language", "de, fr;q=0.5")
                .get("/v1/topics/what-ketamine-is")
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
    }

    @Test
    void the_parameter_beats_the_header() {
        Api.given()
                .header("Accept-Language", "en")
                .get("/v1/topics/what-ketamine-is?locale=de")
                .then()
                .statusCode(404);
    }

    @Test
    void tags_are_compared_in_any_case() {
        Api.given().get("/v1/topics/what-ketamine-is?locale=EN").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locale=", "locale=english%20please", "locale=e", "fallback=yes", "locale=en&locale=de"})
    void what_is_no_language_is_refused(String query) {
        Api.given()
                .get("/v1/topics?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(query.split("=")[0]));
    }
}
