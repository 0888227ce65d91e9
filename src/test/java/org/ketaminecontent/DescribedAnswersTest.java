package org.ketaminecontent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

@ApiTest
class DescribedAnswersTest {

    @Test
    void a_topic_comes_with_what_was_asked_for() {
        Api.given()
                .get("/v1/topics/what-ketamine-is?include=conditions,sideEffects,references")
                .then()
                .statusCode(200)
                .body("data.slug", equalTo("what-ketamine-is"));
    }

    @Test
    void the_index_counts_every_collection() {
        Api.given().get("/v1").then().statusCode(200).body("data", hasSize(7));
    }
}
