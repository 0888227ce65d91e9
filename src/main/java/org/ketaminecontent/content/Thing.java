package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of structured data in the terms of <a href="https://schema.org/">schema.org</a>, as written in JSON-LD. */
public final class Thing {

    private static final String TYPE = "@type";
    private static final String ID = "@id";

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private Thing(String type) {
        properties.put(TYPE, type);
    }

    public static Thing of(String type) {
        return new Thing(type);
    }

    /** Sets a property; null and empty lists are skipped. */
    public Thing with(String property, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
            properties.put(property, value);
        }
        return this;
    }

    /** Clinical codes as nodes. */
    public static List<Thing> codes(List<CodeDocument> codes) {
        return codes.stream()
                .map(each -> of("MedicalCode")
                        .with("codeValue", each.code())
                        .with("codingSystem", each.system())
                        .with("name", each.display()))
                .toList();
    }

    /** The same, with other nodes that have an address of their own by type, address and name alone. */
    public Thing inBrief() {
        var brief = new Thing(String.valueOf(properties.get(TYPE)));
        properties.forEach((property, value) -> brief.properties.put(property, inBrief(value)));
        return brief;
    }

    private static Object inBrief(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Thing::inBrief).toList();
        }
        if (!(value instanceof Thing thing)) {
            return value;
        }
        return thing.properties.containsKey(ID)
                ? of(String.valueOf(thing.properties.get(TYPE)))
                        .with(ID, thing.properties.get(ID))
                        .with("name", thing.properties.get("name"))
                : thing.inBrief();
    }

    @JsonValue
    public Map<String, Object> properties() {
        return properties;
    }
}
