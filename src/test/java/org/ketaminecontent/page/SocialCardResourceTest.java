package org.ketaminecontent.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;

/** The pictures that others show with links. */
@ApiTest
class SocialCardResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"topics/what-ketamine-is", "faqs/can-i-drive", "conditions/ptsd"})
    void the_page_of_a_document_names_a_picture_of_its_own(String document) throws IOException {
        var page = given().get("/" + document).asString();
        var address = page.replaceFirst("(?s).*property=\"og:image\" content=\"([^\"]*)\".*", "$1");

        assertThat(address).endsWith("/cards/" + document + ".png");
        var answer = given().get(address);
        answer.then().statusCode(200).contentType("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(answer.asByteArray()).hasSizeLessThan(100_000);
    }

    @Test
    void each_picture_has_its_own_title() {
        assertThat(given().get("/cards/topics/history.png").asByteArray())
                .isNotEqualTo(given().get("/cards/faqs/can-i-drive.png").asByteArray());
    }

    @Test
    void other_pages_have_the_common_one() {
        assertThat(given().get("/topics").asString()).contains("/assets/card.png\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cards/topics/histori.png", "/cards/nonsense/history.png", "/cards/topics/history"})
    void what_is_not_there_is_not_found(String path) {
        given().get(path).then().statusCode(404);
    }
}
