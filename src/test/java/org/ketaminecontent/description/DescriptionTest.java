package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Json;

/** The description says what the code does, completely. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescriptionTest {

    private static final Described DESCRIBED = Described.read();

    @Test
    void every_operation_has_a_name_of_its_own_made_of_verb_and_noun() {
        var names = DESCRIBED.operations().map(DescriptionTest::name).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(get|list|search|suggest|lookUp)([A-Z][a-z]+)+"));
    }

    @Test
    void every_operation_is_described_under_the_name_of_its_method() {
        assertThat(DESCRIBED.operations().map(DescriptionTest::name))
                .containsExactlyInAnyOrderElementsOf(
                        methods().map(Method::getName).toList());
    }

    @Test
    void every_good_answer_has_a_schema_and_an_example() {
        assertThat(DESCRIBED
                        .operations()
                        .map(each -> each.at("/responses/200/content"))
                        .filter(content -> !content.has("image/svg+xml"))
                        .map(content -> content.path("application/json")))
                .allMatch(body -> body.has("schema") && !body.path("examples").isEmpty());
    }

    @Test
    void an_address_in_this_api_has_the_same_name_everywhere() {
        var outside = Set.of("Attribution", "CrisisContact", "CrisisResource", "Reference");

        assertThat(DESCRIBED.schemas())
                .allSatisfy(
                        (name, schema) -> assertThat(schema.path("properties").has("url"))
                                .as(name)
                                .isEqualTo(outside.contains(name)));
        assertThat(Stream.of("SearchHit", "LookupHit", "Suggestion", "Topic", "Reference"))
                .allSatisfy(name -> assertThat(DESCRIBED
                                .schema(name)
                                .at("/properties/links/$ref")
                                .asText())
                        .endsWith("/DocumentLinks"));
        assertThat(Json.names(DESCRIBED.schema("DocumentLinks").path("properties")))
                .containsExactly("self", "page");
    }

    /** So that clients tell documents of a union apart. */
    @Test
    void the_type_of_each_document_is_a_constant_of_its_own() {
        var union = DESCRIBED.schema("SyncItem").path("anyOf");
        var types = StreamSupport.stream(union.spliterator(), false)
                .map(DESCRIBED::resolve)
                .filter(schema -> !schema.at("/properties").has("deleted"))
                .map(schema -> schema.at("/properties/type/const").asText())
                .toList();

        assertThat(types).containsExactlyInAnyOrderElementsOf(collections());
        assertThat(DESCRIBED.schema("Tombstone").at("/properties/deleted/const").asBoolean())
                .isTrue();
    }

    @Test
    void whatever_leads_to_documents_names_the_collections_that_are_known() {
        for (var name : List.of("SearchHit", "Suggestion", "LookupHit", "Related", "Tombstone", "CollectionSummary")) {
            assertThat(DESCRIBED.schema(name).at("/properties/type/enum"))
                    .as(name)
                    .hasSameSizeAs(collections());
        }
    }

    private static List<String> collections() {
        return DESCRIBED.collections().toList();
    }

    @Test
    void every_failure_is_a_problem_with_an_example() {
        var failures = DESCRIBED
                .operations()
                .flatMap(each -> each.path("responses").properties().stream())
                .filter(response -> response.getKey().matches("[45].."))
                .map(response -> DESCRIBED.resolve(response.getValue()));

        assertThat(failures)
                .map(failure -> failure.at("/content/application~1problem+json"))
                .allMatch(body -> body.at("/schema/$ref").asText().endsWith("/Problem"))
                .allMatch(body -> !body.path("examples").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void every_parameter_is_described_with_the_values_it_takes(Method method) throws NoSuchFieldException {
        var described = DESCRIBED
                .operations()
                .filter(each -> name(each).equals(method.getName()))
                .flatMap(DescriptionTest::queryParameters)
                // It is taken at the door, before any resource is asked.
                .filter(each -> !each.path("name").asText().equals("atLeast"))
                .toList();

        var taken = fields(method)
                .map(field -> field.getAnnotation(QueryParam.class).value());
        assertThat(described).map(each -> each.path("name").asText()).isSubsetOf(taken.toList());
        for (var parameter : described) {
            var field = fields(method)
                    .filter(each -> each.getAnnotation(QueryParam.class)
                            .value()
                            .equals(parameter.path("name").asText()))
                    .findFirst()
                    .orElseThrow();
            var constants = constants(field);
            if (constants.isPresent()) {
                assertThat(allowed(parameter))
                        .as("%s of %s", field.getName(), method)
                        .isEqualTo(constants.get());
            }
        }
    }

    private static String name(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    @Test
    void whatever_delivers_content_takes_the_version_that_was_written() {
        assertThat(DESCRIBED.operations())
                .filteredOn(each -> !each.path("operationId").asText().contains("Problem")
                        && !each.has("requestBody")
                        && each.at("/responses/304").isObject())
                .allMatch(each -> queryParameters(each)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("atLeast")));
    }

    private static Stream<JsonNode> queryParameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(each -> each.path("in").asText().equals("query"));
    }

    private static List<String> allowed(JsonNode parameter) {
        var schema = DESCRIBED.resolve(parameter.path("schema"));
        var item = schema.has("items") ? DESCRIBED.resolve(schema.path("items")) : schema;
        return StreamSupport.stream(item.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** How the constants of the field's type are written, where it has any. */
    private static Optional<List<String>> constants(Field field) {
        Type type = field.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : field.getGenericType();
        return type instanceof Class<?> plain && plain.isEnum()
                ? Optional.of(Arrays.stream(plain.getEnumConstants())
                        .map(each -> new ObjectMapper().convertValue(each, String.class))
                        .toList())
                : Optional.empty();
    }

    private static Stream<Field> fields(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(each -> each.isAnnotationPresent(BeanParam.class))
                .flatMap(each -> Arrays.stream(each.getType().getFields()))
                .filter(field -> field.isAnnotationPresent(QueryParam.class));
    }

    static Stream<Method> methods() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.ketaminecontent")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .filter(each ->
                                !each.getAnnotationOfType(Path.class).value().startsWith("/editorial"))
                        .map(JavaClass::reflect)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(each -> each.isAnnotationPresent(GET.class) || each.isAnnotationPresent(POST.class))
                        .filter(each -> !each.getAnnotation(Operation.class).hidden());
    }
}
