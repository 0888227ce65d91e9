package org.ketaminecontent.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketaminecontent.content.Document;

/**
 * The short fields of a document, without lists of more than plain values, which suffice for most lists of documents. They are stored beside the
 * whole document, each as a line of JSON, so that some can be read without the others. Running text is in HTML, the
 * most requested format.
 */
public final class RenditionHead {

    private RenditionHead() {}

    /** The names of the fields in the heads of documents of this type. */
    public static Set<String> fields(Class<? extends Document> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        !Collection.class.isAssignableFrom(component.getType()) || isOfPlainValues(component))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOfPlainValues(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> item
                && (item == String.class || item.isEnum());
    }

    /** The lines, such as {@code "title":"History"}, in the order of the fields. */
    public static String of(Document document, ObjectMapper mapper) throws JsonProcessingException {
        var fields = fields(document.getClass());
        var lines = new ArrayList<String>();
        for (var each : mapper.valueToTree(document).properties()) {
            if (fields.contains(each.getKey())) {
                lines.add(mapper.writeValueAsString(each.getKey()) + ":" + mapper.writeValueAsString(each.getValue()));
            }
        }
        return String.join("\n", lines);
    }
}
