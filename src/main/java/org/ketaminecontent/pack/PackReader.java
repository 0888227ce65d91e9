package org.ketaminecontent.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Noun;
import org.ketaminecontent.publishing.AuthoredJson;
import org.ketaminecontent.publishing.BannedPhrases;
import org.ketaminecontent.publishing.Manuscript;
import org.ketaminecontent.publishing.Synonyms;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a folder of Markdown and YAML files. Kinds of content with running text have a folder of {@code <slug>.md}
 * files; the others a {@code <collection>.yaml} list whose items begin with their slug.
 */
class PackReader {

    private static final String BANNED_PHRASES = "banned-phrases.yaml";
    private static final String SYNONYMS = "synonyms.yaml";

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R(?<yaml>.*?\\R)---[ \\t]*(?:\\R(?<body>.*))?\\z", Pattern.DOTALL);

    /** Lists that are no documents are read with it whole. */
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path root;
    private final List<Manuscript> manuscripts = new ArrayList<>();
    private final Map<String, Pack.Origin> origins = new HashMap<>();
    private final List<PackError> errors = new ArrayList<>();
    private List<BannedPhrases.Phrase> bannedPhrases = List.of();
    private List<Synonyms> synonyms = List.of();

    PackReader(Path root) {
        this.root = root;
    }

    /** The phrases that may not be said, alone. */
    List<BannedPhrases.Phrase> bannedPhrases() {
        return readExtra(BANNED_PHRASES, BannedPhrases.Phrase[].class);
    }

    /** Reads everything that can be read, and says what cannot. */
    Pack read(List<Noun<Entry, Content>> nouns) {
        for (var noun : nouns) {
            var list = root.resolve(noun.collection() + ".yaml");
            if (Files.exists(list)) {
                guarded(list, () -> readList(noun, list));
            }
            var folder = root.resolve(noun.collection());
            if (Files.isDirectory(folder)) {
                markdownFiles(folder).forEach(file -> guarded(file, () -> readDocument(noun, file)));
            }
        }
        bannedPhrases = readExtra(BANNED_PHRASES, BannedPhrases.Phrase[].class);
        synonyms = readExtra(SYNONYMS, Synonyms[].class);
        guarded(root.resolve(SYNONYMS), this::checkSynonyms);
        refuseStrangers(nouns);
        if (manuscripts.isEmpty() && errors.isEmpty()) {
            errors.add(new PackError(root.toString(), 1, "holds no content"));
        }
        return new Pack(manuscripts, bannedPhrases, synonyms, origins, errors);
    }

    /** One file that no reader is made for is an error like any other, and keeps nobody from the files after it. */
    private void guarded(Path file, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError e) {
            errors.add(new PackError(name(file), 1, Unreadable.reason(e)));
        }
    }

    private static List<Path> markdownFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readDocument(Noun<Entry, Content> noun, Path file) {
        var text = text(file);
        var parts = FRONT_MATTER.matcher(text);
        if (!parts.matches()) {
            errors.add(new PackError(name(file), 1, "must open with front matter between two --- lines"));
            return;
        }
        var fileName = file.getFileName().toString();
        var slug = fileName.substring(0, fileName.length() - ".md".length());
        var body = parts.group("body") == null ? "" : parts.group("body");
        int bodyLine =
                (int) text.substring(0, text.length() - body.length()).lines().count() + 1;
        readYaml(name(file), parts.group("yaml"), 2, (tree, lines) -> {
            if (!(tree instanceof ObjectNode fields)) {
                errors.add(new PackError(name(file), 1, "the front matter must be keys with values"));
                return;
            }
            fields.put("body", body);
            add(noun, slug, fields, new Pack.Origin(name(file), lines, "", bodyLine));
        });
    }

    private void readList(Noun<Entry, Content> noun, Path file) {
        readYaml(name(file), text(file), 1, (tree, lines) -> {
            for (int i = 0; i < tree.size(); i++) {
                var origin = new Pack.Origin(name(file), lines, "/" + i, 1);
                if (tree.get(i) instanceof ObjectNode fields
                        && fields.path("slug").isTextual()) {
                    add(noun, fields.remove("slug").asText(), fields, origin);
                } else {
                    errors.add(new PackError(name(file), lines.lineOf("/" + i), "every item must begin with its slug"));
                }
            }
        });
    }

    private void add(Noun<Entry, Content> noun, String slug, ObjectNode fields, Pack.Origin origin) {
        if (origins.putIfAbsent(noun.collection() + "/" + slug, origin) != null) {
            errors.add(new PackError(
                    origin.file(), origin.lines().lineOf(origin.prefix()), "the slug '" + slug + "' stands twice"));
            return;
        }
        try {
            manuscripts.add(new Manuscript(noun.collection(), slug, AuthoredJson.read(fields, noun.contentType())));
        } catch (AuthoredJson.Unreadable e) {
            var place = e.pointer().isEmpty() ? "" : e.pointer().substring(1) + ": ";
            int line = origin.lines().lineOf(origin.prefix() + e.pointer());
            errors.add(new PackError(origin.file(), line, place + e.reason()));
        }
    }

    /** A list that is no collection of documents. */
    private <T> List<T> readExtra(String fileName, Class<T[]> type) {
        var file = root.resolve(fileName);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(MAPPER.readValue(text(file), type));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            errors.add(new PackError(fileName, line, e.getOriginalMessage()));
            return List.of();
        } catch (RuntimeException | StackOverflowError e) {
            errors.add(new PackError(fileName, 1, Unreadable.reason(e)));
            return List.of();
        }
    }

    /** Ketamine and esketamine are different products: who looks for the one must not be given the other unawares. */
    private void checkSynonyms() {
        for (var group : synonyms) {
            var words = Stream.concat(group.words().stream(), group.alsoFound().stream())
                    .map(String::toLowerCase)
                    .toList();
            if (words.contains("ketamine") && words.contains("esketamine")) {
                errors.add(new PackError(SYNONYMS, 1, "ketamine and esketamine cannot stand for each other"));
            }
            if (group.words().isEmpty() && group.ignored().isEmpty()) {
                errors.add(new PackError(SYNONYMS, 1, "every item must have words, or words that are ignored"));
            }
        }
    }

    /** A misspelt folder would otherwise withdraw everything that is in it. */
    private void refuseStrangers(List<Noun<Entry, Content>> nouns) {
        var known = nouns.stream().map(Noun::collection).collect(Collectors.toSet());
        try (var files = Files.list(root)) {
            files.map(file -> file.getFileName().toString().replaceFirst("/$", ""))
                    .filter(file -> !file.startsWith(".") && !file.equals(BANNED_PHRASES) && !file.equals(SYNONYMS))
                    .filter(file -> !known.contains(file.replaceFirst("\\.yaml$", "")))
                    .forEach(file -> errors.add(new PackError(file, 1, "is not part of a content pack")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Use {
        void of(JsonNode tree, SourceMap lines);
    }

    private void readYaml(String file, String yaml, int firstLine, Use use) {
        try {
            // The map first: its errors say what was expected, and where.
            var lines = new SourceMap(yaml, firstLine);
            use.of(MAPPER.readTree(yaml), lines);
        } catch (MarkedYAMLException e) {
            errors.add(new PackError(file, firstLine + e.getProblemMark().getLine(), e.getProblem()));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            errors.add(new PackError(
                    file,
                    firstLine + line - 1,
                    e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
        }
    }
}
