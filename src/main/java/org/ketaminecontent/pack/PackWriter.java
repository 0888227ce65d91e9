package org.ketaminecontent.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ketaminecontent.live.Synonyms;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Rulebook;

/** Writes content packs in the format of {@link PackReader}. Equal content gives equal bytes at any time. */
public final class PackWriter {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    /** A fixed time for all files: the earliest year for which ZIP needs no time zone. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1981, 1, 1, 0, 0);

    private final Map<String, String> files = new TreeMap<>();

    private PackWriter() {}

    /** A pack as a ZIP archive. */
    public static byte[] zip(List<Manuscript> manuscripts, Rulebook rules, List<Synonyms> synonyms) {
        var writer = new PackWriter();
        writer.add(manuscripts);
        writer.addList("banned-phrases.yaml", MAPPER.valueToTree(rules.bannedPhrases()));
        writer.addList("language-rules.yaml", MAPPER.valueToTree(rules.languageRules()));
        writer.addList("field-rules.yaml", MAPPER.valueToTree(rules.fieldRules()));
        writer.addList("grades.yaml", MAPPER.valueToTree(rules.grades()));
        writer.addList("synonyms.yaml", MAPPER.valueToTree(synonyms));
        return writer.archive();
    }

    private void add(List<Manuscript> manuscripts) {
        var lists = new TreeMap<String, TreeMap<String, ObjectNode>>();
        for (var manuscript : manuscripts) {
            var fields = (ObjectNode) AuthoredJson.tree(manuscript.content());
            var body = manuscript.content().body();
            if (body == null) {
                lists.computeIfAbsent(manuscript.collection(), collection -> new TreeMap<>())
                        .put(manuscript.slug(), fields);
            } else {
                fields.remove("body");
                files.put(manuscript.key() + ".md", "---\n" + yaml(fields) + "---\n" + body);
            }
        }
        lists.forEach((collection, items) -> {
            var list = JsonNodeFactory.instance.arrayNode();
            items.forEach((slug, fields) -> {
                var item = list.addObject().put("slug", slug);
                item.setAll(fields);
            });
            files.put(collection + ".yaml", yaml(list));
        });
    }

    private void addList(String file, ArrayNode list) {
        for (JsonNode item : list) {
            // Empty fields are left out, as authors leave them out.
            ((ObjectNode) item)
                    .properties()
                    .removeIf(field ->
                            field.getValue().isEmpty() && field.getValue().isContainerNode()
                                    || field.getValue().isNull());
        }
        files.put(file, yaml(list));
    }

    private static String yaml(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] archive() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NEVER);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
