package org.ketaminecontent.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;

@ApiTest
class DevelopersResourceTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern COMMAND = Pattern.compile("<pre><code>curl (?:-i )?\"([^\"]*)\"</code></pre>");

    @Test
    void it_names_what_must_be_shown_with_every_text() {
        assertThat(page()).contains("its risks and limits, the US status", "<code>meta.crisis</code>");
    }

    @Test
    void every_collection_stands_there_with_its_count() {
        var entries = List.of(page().split("<li>"));
        var collections = given().get("/v1").jsonPath();
        List<String> types = collections.getList("data.type");
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        Described.read().collections().toList());
        for (int i = 0; i < types.size(); i++) {
            var name = ">/v1/" + types.get(i) + "</code>";
            var count = ">" + collections.getLong("data[" + i + "].count") + "</span>";
            assertThat(entries).anySatisfy(entry -> assertThat(entry).contains(name, count));
        }
    }

    @Test
    void every_address_is_the_servers_own_or_a_crisis_contact() {
        List<String> contacts = given().get("/v1/crisis-resources?limit=100&fields=url")
                .jsonPath()
                .getList("data.url");
        var elsewhere = found(ADDRESS).stream()
                .filter(address -> address.contains(":"))
                .filter(address -> !address.startsWith(base() + "/"))
                .filter(address -> !address.matches("(tel|sms):\\d+"))
                .toList();
        assertThat(contacts).containsAll(elsewhere);
    }

    @Test
    void every_address_of_the_server_leads_somewhere() {
        for (var address : found(ADDRESS)) {
            if (!address.startsWith("#") && address.matches("(?:" + Pattern.quote(base()) + "/|assets/).*")) {
                var url = address.startsWith("assets/") ? base() + "/" + address : address;
                given().urlEncodingEnabled(false).get(url).then().statusCode(200);
            }
        }
    }

    @Test
    void every_command_is_also_a_link() {
        var commands = found(COMMAND);
        assertThat(commands).hasSize(5);
        assertThat(found(ADDRESS)).containsAll(commands);
    }

    private static String page() {
        return given().get("/developers").asString();
    }

    /** What the pattern finds, as a browser reads it. */
    private static List<String> found(Pattern pattern) {
        return pattern.matcher(page().replace("<wbr>", ""))
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .map(address -> address.startsWith("/") ? base() + address : address)
                .toList();
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
