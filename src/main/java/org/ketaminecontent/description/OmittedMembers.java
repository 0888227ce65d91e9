package org.ketaminecontent.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The members that answers leave out where they have no value: the nullable ones of records written without nulls. */
final class OmittedMembers {

    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private OmittedMembers() {}

    /** The names of such members, by schema. */
    static Map<String, Set<String>> in(IndexView code) {
        return code.getAnnotations(INCLUDE).stream()
                .filter(annotation -> annotation.value().asEnum().equals(JsonInclude.Include.NON_NULL.name()))
                .map(annotation -> annotation.target().asClass())
                .filter(type -> type.hasDeclaredAnnotation(SCHEMA))
                // The index is made of several, which may hold the same class.
                .collect(Collectors.toMap(
                        type -> type.declaredAnnotation(SCHEMA).value("name").asString(),
                        OmittedMembers::of,
                        (members, same) -> members));
    }

    private static Set<String> of(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
