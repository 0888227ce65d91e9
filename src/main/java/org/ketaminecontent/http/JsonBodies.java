package org.ketaminecontent.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads JSON bodies into the records and trees that resource methods take, as strictly as {@link JsonBodyReader}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class JsonBodies implements ServerMessageBodyReader<Object> {

    private static final byte[] NOTHING = {};
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

    /** The body as it was sent; empty where none was. */
    public static byte[] bytes(RoutingContext context) {
        byte[] sent = context.get(JsonBodies.class.getName());
        return sent == null ? NOTHING : sent;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isReadable(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isReadable(type);
    }

    private static boolean isReadable(Class<?> type) {
        return type.isRecord() || type == JsonNode.class;
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        var sent = context.getInputStream().readAllBytes();
        ((ResteasyReactiveRequestContext) context)
                .serverRequest()
                .unwrap(RoutingContext.class)
                .put(JsonBodies.class.getName(), sent);
        return read(type, sent);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body.readAllBytes());
    }

    private static Object read(Class<Object> type, byte[] sent) {
        boolean left = sent.length == 0 && type.isAnnotationPresent(OptionalBody.class);
        var tree = JsonBodyReader.tree(left ? EMPTY_OBJECT : sent);
        return type.isRecord() ? JsonBodyReader.read(tree, type) : JsonBodyReader.kept(tree);
    }
}
