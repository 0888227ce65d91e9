package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** No text that an editor writes and a reader sees may be an advertisement. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WrittenTextsTest {

    private static final String PRAISE = " A miracle.";

    /** A field of one document. */
    private record Place(String collection, String slug, JsonNode content, String pointer) {}

    @Inject
    Editors editors;

    @Test
    void praise_is_found_in_each_of_them() {
        var fields = new TreeMap<String, Place>();
        Described.read().collections().forEach(collection -> collect(collection, fields));

        var unfound = new TreeSet<String>();
        fields.forEach((field, place) -> {
            if (findings(place).noneMatch(found -> isAt(found, place.pointer()))) {
                unfound.add(field);
            }
        });

        assertThat(fields).hasSizeGreaterThan(100);
        assertThat(unfound)
                .containsExactlyInAnyOrder(
                        // How readers ask: matched, and never shown.
                        "conditions/askedAs/*",
                        "faqs/askedAs/*",
                        "glossary/askedAs/*",
                        "side-effects/askedAs/*",
                        "topics/askedAs/*",
                        // What others claim, which is shown with a verdict.
                        "faqs/corrects/*/claim",
                        // How others named their work.
                        "references/authors",
                        "references/title",
                        "references/journal",
                        "references/volume",
                        "references/issue",
                        "references/pages");
    }

    private void collect(String collection, Map<String, Place> fields) {
        // Other tests leave documents, some of which have no draft.
        var slugs = Api.slugs("/v1/" + collection).stream().filter(slug -> !slug.startsWith("test-"));
        slugs.forEach(slug -> {
            var content = editors.writer().read(collection + "/" + slug).at("/version/content");
            texts(
                    content,
                    "",
                    pointer -> fields.putIfAbsent(
                            collection + pointer.replaceAll("/\\d+", "/*"),
                            new Place(collection, slug, content, pointer)));
        });
    }

    private static void texts(JsonNode node, String pointer, Consumer<String> each) {
        if (node.isTextual()) {
            each.accept(pointer);
        }
        node.properties().forEach(member -> texts(member.getValue(), pointer + "/" + member.getKey(), each));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), pointer + "/" + i, each);
            }
        }
    }

    /** The pointers of the findings in the document with praise in this field. */
    private Stream<String> findings(Place place) {
        ObjectNode content = place.content().deepCopy();
        var cut = place.pointer().lastIndexOf('/');
        var name = place.pointer().substring(cut + 1);
        var praised = content.at(place.pointer()).asText() + PRAISE;
        var parent = content.at(place.pointer().substring(0, cut));
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), praised);
        } else {
            ((ObjectNode) parent).put(name, praised);
        }
        var answer = editors.writer()
                .post("/" + place.collection() + "/validate", Map.of("slug", place.slug(), "content", content))
                .as(JsonNode.class);
        return Stream.of("findings.pointer", "errors.pointer")
                .flatMap(pointers -> Json.texts(answer, pointers).stream())
                .map(pointer -> pointer.replaceFirst("^/content", ""));
    }

    /** A limit is judged together with its statement, an identifier with its list. */
    private static boolean isAt(String finding, String pointer) {
        return finding.startsWith(pointer.replaceFirst("(/statements/\\d+)/limit$", "$1/statement"))
                || (!finding.isEmpty() && pointer.startsWith(finding + "/"));
    }
}
