package org.ketaminecontent;

import static org.hamcrest.Matchers.equalTo;

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
}
