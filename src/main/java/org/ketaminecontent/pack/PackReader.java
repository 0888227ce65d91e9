package org.ketaminecontent.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.live.Synonyms;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.AuthoredTree;
import org.ketaminecontent.manuscript.BannedPhrases;
import org.ketaminecontent.manuscript.FieldRule;
import org.ketaminecontent.manuscript.LanguageRule;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.PublishedGrade;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.AuthoredYaml;

/**
 * Reads a folder of Markdown and YAML files. Content types with running text have a folder of {@code <slug>.md}
 * files; the others a {@code <collection>.yaml} list whose items begin with their slug.
 */
class PackReader {

    private static final String BANNED_PHRASES = "banned-phrases.yaml";
    private static final String LANGUAGE_RULES = "language-rules.yaml";
    private static final String FIELD_RULES = "field-rules.yaml";
    private static final String GRADES = "grades.yaml";
    private static final String SYNONYMS = "synonyms.yaml";
    /** The expressions of danger. The application uses only its own and ignores those of a pack. */
    private static final String CRISIS_LANGUAGE = "crisis-language";

    private static final String MARKDOWN = ".md";
    private static final String LIST = ".yaml";

    /** List items that are not documents are parsed with it. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Path root;
    private final List<Manuscript> manuscripts = new ArrayList<>();
    private final Map<String, Pack.Origin> origins = new HashMap<>();
    private final List<PackError> errors = new ArrayList<>();
    private Rulebook rules = Rulebook.EMPTY;
    private List<Synonyms> synonyms = List.of();

    PackReader(Path root) {
        this.root = root;
    }

    /** Only the rules of the pack. */
    Rulebook rules() {
        return new Rulebook(
                readRules(BANNED_PHRASES, BannedPhrases.Phrase.class, BannedPhrases.Phrase::fault),
                readRules(LANGUAGE_RULES, LanguageRule.class, LanguageRule::fault),
                readRules(FIELD_RULES, FieldRule.class, FieldRule::fault),
                readRules(GRADES, PublishedGrade.class, PublishedGrade::fault));
    }

    /** Reads all readable content, and reports the rest as errors. */
    Pack read(List<ContentType<Entry, Content>> contentTypes) {
        for (var contentType : contentTypes) {
            var list = root.resolve(contentType.collection() + LIST);
            if (Files.exists(list)) {
                guarded(list, () -> readList(contentType, list));
            }
            var folder = root.resolve(contentType.collection());
            if (Files.isDirectory(folder)) {
                markdownFiles(folder).forEach(file -> guarded(file, () -> readDocument(contentType, file)));
            }
        }
        guarded(root.resolve(LANGUAGE_RULES), () -> rules = rules());
        guarded(root.resolve(SYNONYMS), () -> {
            synonyms = readExtra(SYNONYMS, Synonyms.class);
            checkSynonyms();
        });
        refuseStrangers(contentTypes);
        if (manuscripts.isEmpty() && errors.isEmpty()) {
            errors.add(new PackError(root.toString(), 1, "contains no content"));
        }
        return new Pack(manuscripts, rules, synonyms, origins, errors);
    }

    /** An unexpected failure on one file is reported as an error, and the following files are still read. */
    private void guarded(Path file, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError e) {
            errors.add(new PackError(name(file), 1, FileFault.reason(e)));
        }
    }

    private List<Path> markdownFiles(Path folder) {
        try (var files = Files.list(folder)) {
            var all = files.filter(file -> !ArchiveEntryName.isAdded(fileName(file)))
                    .sorted()
                    .toList();
            all.stream()
                    .filter(file -> !isDocument(file))
                    .forEach(file -> errors.add(new PackError(
                            name(file),
                            1,
                            "is not part of a content pack: documents"
                                    + " are files whose names end with .md, in the folder of their collection")));
            return all.stream().filter(PackReader::isDocument).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(MARKDOWN) && Files.isRegularFile(file);
    }

    /** The name without the slash that folders in archives end with. */
    private static String fileName(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private void readDocument(ContentType<Entry, Content> contentType, Path file) {
        text(file)
                .ifPresent(text -> FrontMatter.of(text)
                        .ifPresentOrElse(
                                parts -> readDocument(contentType, file, parts),
                                () -> errors.add(new PackError(
                                        name(file), 1, "must begin with front matter between two --- lines"))));
    }

    private void readDocument(ContentType<Entry, Content> contentType, Path file, FrontMatter parts) {
        var slug = fileName(file).substring(0, fileName(file).length() - MARKDOWN.length());
        readYaml(name(file), parts.yaml(), 2, yaml -> {
            if (!(yaml.tree() instanceof ObjectNode fields)) {
                errors.add(new PackError(name(file), 1, "the front matter must be keys with values"));
            } else if (fields.has("body")) {
                errors.add(new PackError(name(file), yaml.lineOf("/body"), "the body belongs below the front matter"));
            } else {
                fields.put("body", parts.body());
                add(contentType, slug, fields, new Pack.Origin(name(file), yaml, "", parts.bodyLine()));
            }
        });
    }

    private void readList(ContentType<Entry, Content> contentType, Path file) {
        text(file)
                .ifPresent(text -> readYaml(name(file), text, 1, yaml -> {
                    if (!yaml.tree().isArray()) {
                        errors.add(new PackError(name(file), 1, "must be a list whose items begin with a hyphen"));
                        return;
                    }
                    for (int i = 0; i < yaml.tree().size(); i++) {
                        var origin = new Pack.Origin(name(file), yaml, "/" + i, 1);
                        if (yaml.tree().get(i) instanceof ObjectNode fields
                                && fields.path("slug").isTextual()) {
                            add(contentType, fields.remove("slug").asText(), fields, origin);
                        } else {
                            errors.add(new PackError(
                                    name(file), yaml.lineOf("/" + i), "every item must begin with its slug"));
                        }
                    }
                }));
    }

    private void add(ContentType<Entry, Content> contentType, String slug, ObjectNode fields, Pack.Origin origin) {
        if (origins.putIfAbsent(contentType.collection() + "/" + slug, origin) != null) {
            errors.add(new PackError(
                    origin.file(), origin.lines().lineOf(origin.prefix()), "the slug '" + slug + "' appears twice"));
            return;
        }
        try {
            manuscripts.add(new Manuscript(
                    contentType.collection(), slug, AuthoredJson.read(fields, contentType.contentType())));
        } catch (AuthoredJson.Unreadable e) {
            var place = e.pointer().isEmpty() ? "" : e.pointer().substring(1) + ": ";
            var at = origin.prefix() + e.pointer();
            errors.add(new PackError(
                    origin.file(), origin.lines().lineOf(at), place + e.reason() + advice(origin.lines(), at, e)));
        }
    }

    /** An explanation of YAML's types: it reads words such as no as booleans, and 1.10 as the number 1.1. */
    private static String advice(AuthoredYaml yaml, String pointer, AuthoredJson.Unreadable e) {
        return yaml.unquoted(pointer)
                .filter(written -> e.reason().equals(AuthoredJson.MUST_BE_TEXT))
                .map(written ->
                        ", and " + written + " without quotes is not text: put it in quotes, as in \"" + written + "\"")
                .orElse("");
    }

    /** A list that is not a collection of documents. */
    private <T> List<T> readExtra(String fileName, Class<T> type) {
        var file = root.resolve(fileName);
        var items = new ArrayList<T>();
        if (Files.exists(file)) {
            text(file)
                    .ifPresent(text -> readYaml(fileName, text, 1, yaml -> {
                        for (int i = 0; i < yaml.tree().size() || i == 0 && !isEmpty(yaml.tree()); i++) {
                            readExtra(fileName, yaml, i, type).ifPresent(items::add);
                        }
                    }));
        }
        return List.copyOf(items);
    }

    private static boolean isEmpty(JsonNode tree) {
        return tree.isMissingNode() || tree.isArray() && tree.isEmpty();
    }

    private <T> Optional<T> readExtra(String fileName, AuthoredYaml yaml, int index, Class<T> type) {
        var pointer = "/" + index;
        var place = new PackError(fileName, yaml.lineOf(pointer), "every item must be a group of fields");
        if (!(yaml.tree().get(index) instanceof ObjectNode fields)) {
            errors.add(place);
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.treeToValue(AuthoredTree.checked(fields), type));
        } catch (AuthoredJson.Unreadable e) {
            errors.add(new PackError(fileName, yaml.lineOf(pointer + e.pointer()), e.reason()));
        } catch (JsonProcessingException e) {
            errors.add(new PackError(
                    fileName,
                    place.line(),
                    "contains an unknown field, or a value that is not text: put text in" + " quotes"));
        }
        return Optional.empty();
    }

    /** The usable rules of a list; the others are reported as errors. */
    private <T> List<T> readRules(String fileName, Class<T> type, Function<T, Optional<String>> faultOf) {
        var rules = readExtra(fileName, type);
        rules.stream()
                .flatMap(rule -> faultOf.apply(rule).stream())
                .forEach(fault -> errors.add(new PackError(fileName, 1, fault)));
        return rules.stream().filter(rule -> faultOf.apply(rule).isEmpty()).toList();
    }

    /** Ketamine and esketamine are different products: a search for one must not silently find the other. */
    private void checkSynonyms() {
        for (var group : synonyms) {
            var words = Stream.concat(group.words().stream(), group.alsoFound().stream())
                    .map(String::toLowerCase)
                    .toList();
            if (words.contains("ketamine") && words.contains("esketamine")) {
                errors.add(new PackError(SYNONYMS, 1, "ketamine and esketamine must not be synonyms of each other"));
            }
            if (group.words().isEmpty() && group.ignored().isEmpty()) {
                errors.add(new PackError(SYNONYMS, 1, "every item must have words, or ignored words"));
            }
        }
    }

    /** Refuses unknown files, because a misspelled folder would otherwise withdraw all its documents. */
    private void refuseStrangers(List<ContentType<Entry, Content>> contentTypes) {
        var known = contentTypes.stream()
                .map(ContentType::collection)
                .flatMap(collection -> Stream.of(collection, collection + LIST))
                .collect(Collectors.toSet());
        known.addAll(List.of(BANNED_PHRASES, LANGUAGE_RULES, FIELD_RULES, GRADES, SYNONYMS, CRISIS_LANGUAGE));
        try (var files = Files.list(root)) {
            files.map(PackReader::fileName)
                    .filter(file -> !ArchiveEntryName.isAdded(file) && !known.contains(file))
                    .forEach(file -> errors.add(new PackError(file, 1, "is not part of a content pack")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readYaml(String file, String yaml, int firstLine, Consumer<AuthoredYaml> use) {
        try {
            use.accept(AuthoredYaml.read(yaml, firstLine));
        } catch (AuthoredYaml.Unreadable e) {
            errors.add(new PackError(file, e.line(), e.reason()));
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    /** The text of a file; empty, and reported, if it is not text. */
    private Optional<String> text(Path file) {
        try {
            return Optional.of(AuthoredText.lines(Files.readString(file)));
        } catch (CharacterCodingException e) {
            errors.add(new PackError(name(file), 1, "is not UTF-8 text: save it in the encoding UTF-8"));
        } catch (IOException e) {
            errors.add(new PackError(name(file), 1, "cannot be read as a file"));
        }
        return Optional.empty();
    }
}
