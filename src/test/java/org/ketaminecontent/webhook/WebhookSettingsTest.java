package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ketaminecontent.testing.Editors.made;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Json;

/** The settings of an endpoint, and its secrets. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookSettingsTest extends WithReceiver {

    @Test
    void during_a_rotation_both_secrets_sign() throws Exception {
        var webhook = webhook("standard", Map.of());
        var id = webhook.path("id").asText();

        var rotated = made(editors.admin().post("/webhooks/" + id + "/rotate", Map.of("overlapHours", 1)), 201);
        made(editors.admin().post("/webhooks/" + id + "/test", Map.of()), 202);
        var request = receiver.next();

        assertThat(request.headers().getOrDefault("webhook-signature", "").split(" "))
                .hasSize(2);
        verify(webhook.path("secret").asText(), request);
        verify(rotated.path("secret").asText(), request);
        assertThat(Json.parse(request.body()).path("type").asText()).isEqualTo("endpoint.test");
        sql.execute("update webhook_endpoint set former_secret_until = now()");
        made(editors.admin().post("/webhooks/" + id + "/test", Map.of()), 202);
        var later = receiver.next();
        verify(rotated.path("secret").asText(), later);
        assertThatThrownBy(() -> verify(webhook.path("secret").asText(), later))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void settings_that_break_a_rule_are_refused_with_the_place() {
        var answer = editors.admin()
                .post(
                        "/webhooks",
                        Map.of(
                                "name",
                                "",
                                "kind",
                                "cloudflare",
                                "url",
                                "http://10.0.0.1/",
                                "events",
                                List.of("document.updated")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer")).contains("/name", "/url", "/token", "");
    }

    @Test
    void a_change_must_name_the_version_that_it_is_meant_for() {
        var webhook = webhook("standard", Map.of());
        var path = "/editorial/v1/webhooks/" + webhook.path("id").asText();
        var request = editors.admin().request().contentType("application/merge-patch+json");

        assertThat(request.body(Map.of("name", "Other")).patch(path).statusCode())
                .isEqualTo(428);
        assertThat(editors.admin()
                        .request()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "\"v7\"")
                        .body(Map.of("name", "Other"))
                        .patch(path)
                        .statusCode())
                .isEqualTo(412);
    }
}
