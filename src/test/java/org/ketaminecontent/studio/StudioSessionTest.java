package org.ketaminecontent.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.access.ServerSecrets;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Wire;

/** A pass of the studio opens it for eight hours to whoever was given it, and to nobody else. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class StudioSessionTest {

    @Inject
    Editors editors;

    @Inject
    EntityManager entityManager;

    @Inject
    ServerSecrets secrets;

    private String pass;

    @BeforeEach
    void somebody_signs_in() {
        pass = signIn().getCookie("studio");
        assertThat(opens(pass)).isTrue();
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    private Response signIn() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", editors.writer().key())
                .post("/studio/sign-in");
    }

    private static boolean opens(String pass) {
        return given().cookie("studio", pass).get("/studio").statusCode() == 200;
    }

    private Object changed(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void signing_out_ends_it_for_every_copy() {
        given().cookie("studio", pass).post("/studio/sign-out").then().statusCode(303);

        assertThat(opens(pass)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- interval '8 hours 1 second'", "+ interval '10 years'"})
    void its_age_is_looked_at_and_not_what_somebody_wrote(String age) {
        changed("update studio_pass set made_at = now() " + age);

        assertThat(opens(pass)).isFalse();
    }

    @Test
    void whoever_reads_the_database_cannot_make_one() {
        var rows = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .unwrap(Session.class)
                        .createNativeQuery("select digest || ' ' || key_id from studio_pass", String.class)
                        .getResultList());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(pass));

        var id = editors.writer().key().split("_")[1];
        var expires = Instant.now().plusSeconds(300_000_000).getEpochSecond();
        assertThat(opens(id + "." + expires + "." + secrets.sign("studio " + id + " " + expires)))
                .isFalse();
        assertThat(opens(rows.get(0).toString().split(" ")[0].substring(0, 43))).isFalse();
    }

    @Test
    void a_page_comes_compressed_to_those_who_take_it_so() {
        var zipped = Wire.get("/studio/sign-in", "Accept-Encoding: gzip");

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.unzipped()).contains("</html>");
        assertThat(Wire.get("/studio/sign-in").header("Content-Encoding")).isNull();
    }
}
