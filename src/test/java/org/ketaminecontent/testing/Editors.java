package org.ketaminecontent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ketaminecontent.access.AccessConfig;
import org.ketaminecontent.access.ApiKeys;

/** People who edit, each with a key that a key of the start made. */
@ApplicationScoped
public class Editors {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ApiKeys keys;
    private String bootstrap;
    private Editor writer;
    private Editor reviewer;
    private Editor publisher;
    private Editor admin;

    Editors(ApiKeys keys) {
        this.keys = keys;
    }

    /** People with keys that this key makes, on an application of its own. */
    public static Editors withBootstrap(String key) {
        var editors = new Editors(null);
        editors.bootstrap = key;
        return editors;
    }

    /** The key that a start made; its holder may do everything but sign. */
    public synchronized Editor bootstrap() {
        if (bootstrap == null) {
            bootstrap =
                    keys.bootstrap(AccessConfig.Bootstrap.RENEW).orElseThrow().text();
        }
        return new Editor(bootstrap);
    }

    public synchronized Editor writer() {
        writer = writer == null ? withScopes("read", "write") : writer;
        return writer;
    }

    /** Signs as nobody in particular: there is no such person. */
    public synchronized Editor reviewer() {
        reviewer = reviewer == null ? reviewer("Test Reviewer") : reviewer;
        return reviewer;
    }

    public synchronized Editor publisher() {
        publisher = publisher == null ? withScopes("read", "publish") : publisher;
        return publisher;
    }

    /** What the role of that name may do. */
    public synchronized Editor admin() {
        admin = admin == null ? withScopes("read", "write", "publish", "admin") : admin;
        return admin;
    }

    public Editor reviewer(String name) {
        return made(Map.of(
                "name", name, "scopes", List.of("read", "review"), "reviewerName", name, "credentials", "MD (test)"));
    }

    /** Somebody new who may do this. */
    public Editor withScopes(String... scopes) {
        return made(Map.of("name", String.join(" and ", scopes), "scopes", List.of(scopes)));
    }

    /** Ends all webhooks, those that other tests left too: they are told of everything. */
    public void removeWebhooks() {
        made(admin().get("/webhooks"), 200)
                .path("data")
                .forEach(each -> admin().request()
                        .delete("/editorial/v1/webhooks/" + each.path("id").asText()));
    }

    private Editor made(Map<String, ?> wanted) {
        var answer = bootstrap().post("/keys", wanted);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Editor(answer.jsonPath().getString("key"));
    }

    /** Somebody with a key. */
    public record Editor(String key) {

        /** A request that is held against the description. */
        public RequestSpecification request() {
            return Api.given().header("Authorization", "Bearer " + key);
        }

        public Response get(String path) {
            return request().get("/editorial/v1" + path);
        }

        public Response post(String path, Object body) {
            return request().contentType("application/json").body(body).post("/editorial/v1" + path);
        }

        /** A new document, as it is answered. */
        public JsonNode create(String collection, String slug, JsonNode content) {
            return made(post("/" + collection, Map.of("slug", slug, "content", content)), 201);
        }

        /** A document as it is now. */
        public JsonNode read(String document) {
            return made(get("/" + document), 200);
        }

        /** Takes a step from where the document is now. */
        public Response step(String document, String step, Object body) {
            return step(document, step, body, read(document).path("etag").asText());
        }

        public Response step(String document, String step, Object body, String etag) {
            var request = request().header("If-Match", etag).contentType("application/json");
            return (body == null ? request : request.body(body)).post("/editorial/v1/" + document + "/" + step);
        }

        /** The same, which must succeed. */
        public JsonNode does(String document, String step, Object body) {
            return made(step(document, step, body), 200);
        }

        public JsonNode does(String document, String step) {
            return does(document, step, null);
        }

        public Response patch(String document, Object patch, String etag) {
            return request()
                    .header("If-Match", etag)
                    .contentType(MERGE_PATCH)
                    .body(patch)
                    .patch("/editorial/v1/" + document);
        }

        /** Changes parts of the version as it is now. */
        public JsonNode changes(String document, Object patch) {
            return made(patch(document, patch, read(document).path("etag").asText()), 200);
        }
    }

    /** The body of what must be answered so. */
    public static JsonNode made(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return Json.parse(answer.asString());
    }

    /** Sends an archive to be imported; the job. */
    public JsonNode imports(byte[] archive, String query) {
        return made(
                admin().request().contentType("application/zip").body(archive).post("/editorial/v1/imports" + query),
                202);
    }

    /** The import of this id, after its end. */
    public JsonNode endedImport(String id) {
        var path = "/imports/" + id;
        Eventually.until(
                "the import has ended",
                () -> made(admin().get(path), 200).path("state").asText().matches("done|refused"));
        return made(admin().get(path), 200);
    }

    /** Makes a document live: written, approved and published by three people. */
    public JsonNode publish(String collection, String slug, JsonNode content) {
        var document = collection + "/"
                + writer().create(collection, slug, content).path("id").asText();
        return publish(document);
    }

    /** Makes the newest version of a document live. */
    public JsonNode publish(String document) {
        writer().does(document, "submit");
        reviewer().does(document, "approve");
        return publisher().does(document, "publish");
    }

    /** A name that nothing has. */
    public static String slug() {
        return "test-" + UUID.randomUUID();
    }

    /** A glossary term that keeps to the rules. */
    public static ObjectNode term(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("term", name)
                .put("confirmation", "confirmed")
                .put("drafting", "person")
                .put("body", "A word that stands here so that a test can write it, read it and take it back again.");
    }
}
