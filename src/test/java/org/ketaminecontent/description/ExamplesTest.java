package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.delivery.ApiAnswers;
import org.ketaminecontent.delivery.FailingDelivery;
import org.ketaminecontent.live.Withdrawal;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Editors;

/**
 * The examples of the description are what the server answers. {@code -Dexamples.renew} writes them anew, for the next
 * build to put in.
 */
@ApiTest
class ExamplesTest {

    private static final Path FILES = Path.of("src/main/resources/examples");
    private static final boolean RENEW = System.getProperty("examples.renew") != null;

    /** The trace that the W3C's specification has as its example. */
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    Editors editors;

    static Stream<Examples.Request> requests() {
        return Examples.load().requests().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void an_example_is_a_real_answer(Examples.Request request) throws IOException {
        var file = FILES.resolve(request.name() + ".json");
        var answer = Steady.of(answer(request).asString());
        if (RENEW) {
            Files.writeString(file, answer.toPrettyString() + "\n");
        }
        assertThat(file).exists();
        JsonNode example = MAPPER.readTree(file.toFile());
        assertThat(example.toPrettyString())
                .as(
                        "%s is not what the server answers: renew it with `./mvnw test -Dtest=ExamplesTest -Dexamples.renew`",
                        file)
                .isEqualTo(answer.toPrettyString());
    }

    private String key(Examples.Request request) {
        return request.name().equals("unauthenticated")
                ? "kc_copied-by-half"
                : editors.bootstrap().key();
    }

    private Response answer(Examples.Request request) {
        switch (request.name()) {
            case "withdrawn" -> QuarkusTransaction.requiringNew().run(() -> withdraw(lastSegment(request)));
            case "internal-error" -> fail(new IllegalStateException("for an example"));
            case "database-unavailable" -> fail(new UncheckedIOException(new SocketException("for an example")));
            default -> {}
        }
        var prepared = Api.given()
                .header("Host", "localhost:8080")
                .header("traceparent", TRACEPARENT)
                .accept(request.accept() == null ? "*/*" : request.accept())
                // With credentials nothing comes from the cache, where faults cannot be seen.
                .header("Authorization", "Bearer " + key(request));
        if (request.body() != null) {
            return prepared.contentType(request.contentType())
                    .body(request.body())
                    .post(request.address());
        }
        return prepared.get(request.address().replace("…", "x".repeat(9000)));
    }

    private static void withdraw(String slug) {
        if (Withdrawal.findBySlug("topics", slug).isEmpty()) {
            var withdrawal = new Withdrawal();
            withdrawal.entryId = UUID.randomUUID();
            withdrawal.collection = "topics";
            withdrawal.slug = slug;
            withdrawal.version = 1;
            withdrawal.publishedAt = Instant.now();
            withdrawal.withdrawnAt = Instant.now();
            withdrawal.number = 1;
            withdrawal.persist();
        }
    }

    private static void fail(RuntimeException fault) {
        QuarkusMock.installMockForType(new FailingDelivery(fault), ApiAnswers.class);
    }

    private static String lastSegment(Examples.Request request) {
        return request.address().substring(request.address().lastIndexOf('/') + 1);
    }
}
