package org.ketaminecontent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/** Calls the API and holds every answer against the description. */
public final class Api {

    private static final DescriptionCheck DESCRIBED = new DescriptionCheck();

    private static final int MOST_CONNECTIONS = 200;
    private static final int LONGEST_WAIT = 60_000;

    /** RestAssured makes a client for each request by default, which takes longer than most answers. */
    private static final RestAssuredConfig ONE_CLIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .httpClientFactory(Api::client)
                    .reuseHttpClientInstance()
                    .setParam("http.socket.timeout", LONGEST_WAIT));

    private Api() {}

    @SuppressWarnings("deprecation") // RestAssured takes no other.
    private static AbstractHttpClient client() {
        var connections = new PoolingClientConnectionManager();
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        return new DefaultHttpClient(connections);
    }

    /** A request whose answer must be as described. */
    public static RequestSpecification given() {
        return RestAssured.given().config(ONE_CLIENT).urlEncodingEnabled(false).filter(DESCRIBED);
    }

    /** The body of what must be a success. */
    public static JsonNode read(String path) {
        var answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.parse(answer.asString());
    }

    /** The names of the collections. */
    public static List<String> collections() {
        return Json.texts(read("/v1"), "data.type");
    }

    /** Every document of a list, whatever the number of its pages; whole, unless the address says what of it. */
    public static List<JsonNode> all(String list) {
        var documents = new ArrayList<JsonNode>();
        var view = list.contains("fields=") || list.contains("view=") ? "" : "&view=full";
        var next = list + (list.contains("?") ? "&" : "?") + "limit=100" + view;
        while (next != null) {
            var page = read(next);
            page.path("data").forEach(documents::add);
            next = page.at("/links/next").textValue();
        }
        return documents;
    }

    /** The slugs of every document of a list, in order. */
    public static List<String> slugs(String list) {
        var brief = list.contains("fields=") ? list : list + (list.contains("?") ? "&" : "?") + "view=summary";
        return all(brief).stream()
                .map(document -> document.path("slug").asText())
                .toList();
    }
}
