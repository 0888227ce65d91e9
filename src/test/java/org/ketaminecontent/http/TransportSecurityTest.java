package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the public address has TLS, browsers are told to use nothing else (RFC 6797). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransportSecurityTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://content.example, '', ",
        "https://content.example, max-age=31536000, max-age=31536000",
        "HTTPS://content.example, max-age=60; includeSubDomains, max-age=60; includeSubDomains",
        "http://content.example, max-age=31536000, ",
        "'', max-age=31536000, "
    })
    void told_with_every_answer_and_refusal(String publicUrl, String wanted, String told)
            throws IOException, InterruptedException {
        int port = serve(publicUrl, wanted);

        for (var path : new String[] {"/v1", "/%ff"}) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .as(path.substring(0, 3))
                    .isEqualTo(Optional.ofNullable(told));
        }
    }

    private static int serve(String publicUrl, String wanted) {
        var settings = new HashMap<String, String>();
        if (!publicUrl.isEmpty()) {
            settings.put("public-url", publicUrl);
        }
        if (!wanted.isEmpty()) {
            settings.put("strict-transport-security", wanted);
        }
        var config = HttpConfigs.with(settings);
        var privatePort = new PrivatePort(VERTX, config);
        var facts = new RequestFacts(config, privatePort, "localhost", 0, false);
        var router = Router.router(VERTX);
        new RequestGuard(
                        new EarlyRefusals(new ProblemWriter(facts, new ObjectMapper())),
                        facts,
                        privatePort,
                        config,
                        new MemorySizeConverter().convert("1M"))
                .guard(router);
        router.route().last().handler(context -> context.end("here"));
        return VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
