package org.ketaminecontent.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts enums to kebab case on the wire. Unknown constants were refused before. */
@Provider
public class KebabCaseEnums implements ParamConverterProvider {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.isEnum() ? (ParamConverter<T>) new Converter(type) : null;
    }

    private record Converter<E extends Enum<E>>(Class<E> type) implements ParamConverter<E> {

        @Override
        public E fromString(String value) {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
