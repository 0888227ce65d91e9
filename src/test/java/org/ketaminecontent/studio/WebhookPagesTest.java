package org.ketaminecontent.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.made;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Receiver;

/** Who runs the server sees who is told of changes, tries them and sends again what they missed. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookPagesTest {

    @Inject
    Editors editors;

    private final Receiver receiver = Receiver.start();
    private String page;

    @BeforeEach
    void there_is_a_webhook() {
        var webhook = made(
                editors.admin().post("/webhooks", Map.of("name", "<b>Site", "kind", "standard", "url", receiver.url())),
                201);
        page = "/studio/webhooks/" + webhook.path("id").asText();
    }

    @AfterEach
    void remove_it() {
        editors.admin().request().delete(page.replace("/studio", "/editorial/v1"));
        receiver.close();
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    private static RequestSpecification as(Editors.Editor editor) {
        return given().cookies(given().formParam("key", editor.key())
                .post("/studio/sign-in")
                .cookies());
    }

    @Test
    void an_endpoint_is_shown_tried_and_told_again() {
        var admin = as(editors.admin());

        var tried = admin.post(page + "/test");
        var first = receiver.next();
        var shown = as(editors.admin()).get(page).asString();
        var delivery = shown.replaceFirst("(?s).*?/deliveries/([0-9a-f-]{36})/replay.*", "$1");
        var replayed = as(editors.admin()).post(page + "/deliveries/" + delivery + "/replay");
        var second = receiver.next();

        assertThat(tried.statusCode()).isEqualTo(303);
        assertThat(replayed.statusCode()).isEqualTo(303);
        assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(shown).contains("endpoint.test", "&lt;b&gt;Site").doesNotContain("<b>Site");
        assertThat(as(editors.admin()).get("/studio/webhooks").asString()).contains("endpoint.test, ");
        assertThat(as(editors.admin()).get("/studio").asString()).contains("/studio/webhooks");
    }

    @Test
    void nobody_else_sees_them_or_makes_them_do_anything() {
        assertThat(as(editors.writer()).get("/studio/webhooks").statusCode()).isEqualTo(403);
        assertThat(as(editors.writer()).post(page + "/test").statusCode()).isEqualTo(403);
        assertThat(as(editors.admin())
                        .header("Origin", "https://evil.example")
                        .post(page + "/test")
                        .statusCode())
                .isEqualTo(403);
        assertThat(receiver.all()).isEmpty();
    }

    @Test
    void what_is_no_delivery_is_not_sent() {
        assertThat(as(editors.admin()).post(page + "/deliveries/nothing/replay").statusCode())
                .isEqualTo(404);
    }
}
