package org.ketaminecontent.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import io.restassured.response.Response;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.xml.sax.InputSource;

/** What electronic health records are answered (HL7 Context-Aware Knowledge Retrieval). */
@ApiTest
class InfobuttonTest {

    private static final String PTSD = "mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
            + "&mainSearchCriteria.v.dn=Post-traumatic%20stress%20disorder";
    private static final String KETAMINE =
            "mainSearchCriteria.v.c=6130&mainSearchCriteria.v.cs=2.16.840.1.113883.6.88&mainSearchCriteria.v.dn=ketamine";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PTSD,
                KETAMINE,
                KETAMINE + "&subTopic.v.c=Q000009&subTopic.v.cs=2.16.840.1.113883.6.177&informationRecipient=PAT",
                "mainSearchCriteria.v.ot=bladder",
                "mainSearchCriteria.v.c=J45&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.dn=%3Cb%3E%26amp;%22'"
            })
    void the_answer_is_a_knowledge_response(String query) throws Exception {
        var answer = get(query + "&knowledgeResponseType=text/xml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(problems(answer.asString())).isEmpty();
    }

    @Test
    void the_schema_finds_what_is_wrong() throws Exception {
        var answer = get(PTSD).asString();

        assertThat(problems(answer.replace(" xml:lang=\"en\"", ""))).isNotEmpty();
        assertThat(problems(answer.replace("<entry>", "<entry><author><name>x</name></author>")))
                .isNotEmpty();
    }

    @Test
    void numbers_come_in_both_framings_with_their_limit() {
        var risk = Api.read("/v1/conditions/major-depressive-disorder").at("/data/risks/0");
        var query = "mainSearchCriteria.v.c=F33.9&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90";

        var entries = Json.parse(
                        get(query + "&knowledgeResponseType=application/json").asString())
                .at("/feed/entry");

        assertThat(Json.texts(entries, "summary._value"))
                .anySatisfy(summary -> assertThat(summary)
                        .containsSubsequence(
                                "Risks and limits:",
                                "In numbers:",
                                risk.at("/text/with").asText(),
                                risk.at("/text/positive").asText(),
                                risk.path("limit").asText()));
    }

    @Test
    void json_is_the_same_tree() {
        var feed = Json.parse(
                        get(PTSD + "&knowledgeResponseType=application/json").asString())
                .path("feed");

        assertThat(feed.path("xml:lang").asText()).isEqualTo("en");
        assertThat(feed.at("/title/_value").asText()).contains("Post-traumatic stress disorder");
        assertThat(feed.at("/entry/0/title/_value").asText()).contains("PTSD");
        assertThat(feed.at("/entry/0/link/0/href").asText()).endsWith("/conditions/ptsd");
        assertThat(feed.at("/entry/0/summary/_value").asText()).contains("Risks and limits:");
        assertThat(Json.texts(feed, "category.scheme"))
                .containsExactly("mainSearchCriteria.v.c", "mainSearchCriteria.v.cs", "mainSearchCriteria.v.dn");
        assertThat(Json.texts(feed, "category.term")).contains("F43.10");
    }

    @Test
    void the_form_of_the_answer_is_what_was_asked_for() {
        assertThat(get(PTSD).contentType()).startsWith("application/atom+xml");
        assertThat(given().accept("application/json").get("/infobutton?" + PTSD).contentType())
                .startsWith("application/json");
        assertThat(get(PTSD + "&knowledgeResponseType=text/html").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAINSEARCHCRITERIA.V.C=F43.10&mainsearchcriteria.v.CS=2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.c0=F43.10&mainSearchCriteria.v.cs0=2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.c1=F43.10&mainSearchCriteria.v.cs1=2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.c=47505003&mainSearchCriteria.v.cs=2.16.840.1.113883.6.96"
            })
    void names_are_read_in_any_case_and_with_any_number(String query) {
        assertThat(get(query).header("X-Infobutton-Match")).isEqualTo("exact");
        assertThat(get(query).asString()).contains("/conditions/ptsd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=urn:oid:2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=URN:OID:2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=http://hl7.org/fhir/sid/icd-10-cm",
                "mainSearchCriteria.v.c=%20f4310%20&mainSearchCriteria.v.cs=%202.16.840.1.113883.6.90+",
                "mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.dn="
                        + "&mainSearchCriteria.v.c1=&mainSearchCriteria.v.cs1=&subTopic.v.c=&subTopic.v.cs="
                        + "&informationRecipient=&informationRecipient.languageCode.c=&knowledgeResponseType=",
                "mainSearchCriteria.v.c=&mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
            })
    void what_records_send_is_read_however_it_is_written(String query) {
        var answer = get(query);

        assertThat(answer.header("X-Infobutton-Match")).as(answer.asString()).isEqualTo("exact");
        assertThat(answer.asString()).contains("/conditions/ptsd");
    }

    @ParameterizedTest
    @CsvSource({
        "text/XML, text/xml",
        "application/json;charset=utf-8, application/json",
        "'Application/Atom+XML; charset=UTF-8', application/atom+xml",
        "'%20application/json ', application/json"
    })
    void the_form_may_be_named_in_any_case_with_a_charset(String asked, String answered) {
        assertThat(get(PTSD + "&knowledgeResponseType="
                                + asked.replace("+", "%2B").replace(" ", "%20"))
                        .contentType())
                .isEqualTo(answered + ";charset=UTF-8");
    }

    @Test
    void several_criteria_are_answered_together() {
        var answer = get(PTSD
                        + "&mainSearchCriteria.v.c1=M79.7&mainSearchCriteria.v.cs1=2.16.840.1.113883.6.90"
                        + "&knowledgeResponseType=application/json")
                .asString();

        assertThat(hrefs(answer))
                .anyMatch(href -> href.endsWith("/conditions/ptsd"))
                .anyMatch(href -> href.endsWith("/conditions/fibromyalgia"));
    }

    @ParameterizedTest
    @CsvSource({
        "Q000009, what-are-the-side-effects",
        "Q000008, dose-and-session",
        "Q000744, contraindications-cautions",
        "D004347, drug-interactions",
        "Q000628, does-it-work-for-everyone"
    })
    void a_sub_topic_leads_to_what_is_said_of_it(String subTopic, String slug) {
        var answer = get(KETAMINE + "&subTopic.v.c=" + subTopic
                        + "&subTopic.v.cs=2.16.840.1.113883.6.177&knowledgeResponseType=application/json")
                .asString();

        assertThat(hrefs(answer)).anyMatch(href -> href.endsWith("/" + slug));
    }

    @Test
    void nothing_that_matches_is_an_empty_feed_that_says_why() {
        var answer = get("mainSearchCriteria.v.c=J45&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
                + "&knowledgeResponseType=application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Infobutton-Match")).isEqualTo("none; reason=subject-not-covered");
        var feed = Json.parse(answer.asString()).path("feed");
        assertThat(feed.path("entry")).isEmpty();
        assertThat(feed.at("/subtitle/_value").asText()).startsWith("No document has the requested codes");
        assertThat(get("mainSearchCriteria.v.c=1&mainSearchCriteria.v.cs=1.2.3").header("X-Infobutton-Match"))
                .isEqualTo("none; reason=code-system-not-covered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "informationRecipient=PAT",
                "mainSearchCriteria.v.c=F33.2&mainSearchCriteria.v.cs=icd10",
                "mainSearchCriteria.v.c=F33.2&mainSearchCriteria.v.cs=2.16.",
                "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
                "mainSearchCriteria.v.dn=a%0Ab",
                "mainSearchCriteria.v.dn=%EF%BF%BE"
            })
    void what_cannot_be_understood_is_refused(String query) {
        var answer = get(query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("errors[0].parameter").toString()).isNotEmpty();
    }

    @Test
    void a_form_is_answered_like_an_address() {
        var posted = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("mainSearchCriteria.v.c", "F43.10")
                .formParam("mainSearchCriteria.v.cs", "2.16.840.1.113883.6.90")
                .formParam("mainSearchCriteria.v.dn", "Post-traumatic stress disorder")
                .post("/infobutton");

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.asString()).isEqualTo(get(PTSD).asString());
        assertThat(posted.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void who_the_patient_is_changes_nothing_and_stays_in_no_cache() {
        var patient = "&patientPerson.administrativeGenderCode.c=F&age.v.v=41&age.v.u=a&performer=PAT"
                + "&locationOfInterest.addr.ZIP=84108&assignedEntity.certificateText=secret&taskContext.c.c=PROBLISTREV";
        var plain = get(PTSD);
        var personal = get(PTSD + patient);

        assertThat(personal.asString()).isEqualTo(plain.asString());
        assertThat(plain.header("Cache-Control")).isEqualTo("no-store");
        assertThat(personal.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void sources_are_for_those_who_treat() {
        var query = "mainSearchCriteria.v.dn=esketamine%20versus%20electroconvulsive%20therapy%20trial";

        assertThat(get(query + "&informationRecipient=PAT").asString()).doesNotContain("/references/");
        assertThat(get("mainSearchCriteria.v.dn=Ketamine%20versus%20ECT%20for%20nonpsychotic%20treatment-resistant"
                                + "%20major%20depression&informationRecipient=PROV")
                        .asString())
                .contains("/references/");
    }

    private static Response get(String query) {
        return given().urlEncodingEnabled(false).get("/infobutton?" + query);
    }

    private static List<String> hrefs(String answer) {
        JsonNode feed = Json.parse(answer).path("feed");
        return Json.texts(feed, "entry.link.href");
    }

    private static String problems(String xml) throws Exception {
        var errors = new StringWriter();
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
        var driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        var schema = Objects.requireNonNull(InfobuttonTest.class.getResource("/search/knowledge-response.rnc"));
        assertThat(driver.loadSchema(new InputSource(schema.toString()))).isTrue();
        driver.validate(new InputSource(new StringReader(xml)));
        return errors.toString();
    }
}
