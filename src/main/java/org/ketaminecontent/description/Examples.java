package org.ketaminecontent.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.jspecify.annotations.Nullable;

/**
 * Answers that the server gave, to show in the description. {@code ExamplesTest} holds them against what it gives now,
 * and renews them.
 */
public final class Examples {

    private static final String DIRECTORY = "examples/";
    private static final String REQUESTS = "requests.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Request> requests;

    private Examples(List<Request> requests) {
        this.requests = requests;
    }

    /**
     * A request whose answer is shown.
     *
     * @param name names the example, and the file that holds the answer
     * @param of the operation, or the shared response, that it is an example of
     * @param accept what the {@code Accept} header says, where that matters
     * @param contentType what the {@code Content-Type} header says, where there is a body
     * @param body sent with a POST, where there is one
     */
    public record Request(
            String name,
            String of,
            String summary,
            String address,
            @Nullable String accept,
            @Nullable String contentType,
            @Nullable String body) {}

    public static Examples load() {
        return new Examples(
                read(REQUESTS, new TypeReference<List<Request>>() {}).orElseThrow());
    }

    public List<Request> requests() {
        return requests;
    }

    Map<String, Example> of(String operationOrResponse) {
        var examples = new LinkedHashMap<String, Example>();
        requests.stream()
                .filter(request -> request.of().equals(operationOrResponse))
                .forEach(request -> read(request.name() + ".json", new TypeReference<Object>() {})
                        .ifPresent(answer -> examples.put(request.name(), example(request, answer))));
        return examples;
    }

    private static Example example(Request request, Object answer) {
        return OASFactory.createExample()
                .summary(request.summary())
                .description("`" + (request.body() == null ? "GET " : "POST ") + request.address()
                        + (request.body() == null ? "" : " " + request.body()) + "`")
                .value(answer);
    }

    /** A file that is not there yet is no fault here: the test that writes it needs a build first. */
    private static <T> Optional<T> read(String name, TypeReference<T> type) {
        try (InputStream file = Examples.class.getClassLoader().getResourceAsStream(DIRECTORY + name)) {
            return file == null ? Optional.empty() : Optional.of(MAPPER.readValue(file, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
