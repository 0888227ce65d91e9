package org.ketaminecontent.description;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers with the descriptions that the build wrote, byte by byte. Quarkus's own service reads them, makes a model of
 * them and writes them again, in both forms, whenever the application starts: a fifth of the work of a start, for
 * filters that run later than the build, of which there are none.
 */
@Singleton
@Unremovable
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
class WrittenDescriptions extends OpenApiDocumentService {

    /** A class loader without resources, so that the service finds nothing to read at the start. */
    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final ClassLoader application = Thread.currentThread().getContextClassLoader();
    private final Map<String, byte[]> asked = new ConcurrentHashMap<>();

    WrittenDescriptions() {
        OpenApiConstants.classLoader = NOTHING;
    }

    /** A description in a form; it is read when it is first asked for. */
    @Override
    public byte[] getDocument(String name, Format format) {
        var suffix = name.equals(OpenApiConstants.DEFAULT_DOCUMENT_NAME) ? "" : "-" + name;
        return asked.computeIfAbsent(OpenApiConstants.BASE_NAME + suffix + "." + format, this::read);
    }

    private byte[] read(String resource) {
        try (var document = application.getResourceAsStream(resource)) {
            return Objects.requireNonNull(document, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
