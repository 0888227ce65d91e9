package org.ketaminecontent.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.live.Synonyms;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.text.AuthoredYaml;

/**
 * Reads a folder of Markdown and YAML files. Content types with running text have a folder of {@code <slug>.md}
 * files; the others a {@code <collection>.yaml} list whose items begin with their slug.
 */
class PackReader {

    /** The expressions of danger. The application uses only its own and ignores those of a pack. */
    private static final String CRISIS_LANGUAGE = "crisis-language";

    private static final String MARKDOWN = ".md";
    private static final String LIST = ".yaml";

    private final Path root;
    private final List<PackError> errors = new ArrayList<>();
    private final PackFiles files;
    private final RuleFiles ruleFiles;
    private final List<Manuscript> manuscripts = new ArrayList<>();
    private final Map<String, Pack.Origin> origins = new HashMap<>();
    private Rulebook rules = Rulebook.EMPTY;
    private List<Synonyms> synonyms = List.of();

    PackReader(Path root) {
        this.root = root;
        files = new PackFiles(root, errors);
        ruleFiles = new RuleFiles(files);
    }

    /** Only the rules of the pack. */
    Rulebook rules() {
        return ruleFiles.rules();
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
        guarded(root.resolve(RuleFiles.LANGUAGE_RULES), () -> rules = ruleFiles.rules());
        guarded(root.resolve(RuleFiles.SYNONYMS), () -> synonyms = ruleFiles.synonyms());
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
            errors.add(new PackError(files.name(file), 1, FileFault.reason(e)));
        }
    }

    private List<Path> markdownFiles(Path folder) {
        try (var listed = Files.list(folder)) {
            var all = listed.filter(file -> !ArchiveEntryName.isAdded(fileName(file)))
                    .sorted()
                    .toList();
            all.stream()
                    .filter(file -> !isDocument(file))
                    .forEach(file -> errors.add(new PackError(
                            files.name(file),
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
        files.text(file)
                .ifPresent(text -> FrontMatter.of(text)
                        .ifPresentOrElse(
                                parts -> readDocument(contentType, file, parts),
                                () -> errors.add(new PackError(
                                        files.name(file), 1, "must begin with front matter between two --- lines"))));
    }

    private void readDocument(ContentType<Entry, Content> contentType, Path file, FrontMatter parts) {
        var slug = fileName(file).substring(0, fileName(file).length() - MARKDOWN.length());
        files.readYaml(files.name(file), parts.yaml(), 2, yaml -> {
            if (!(yaml.tree() instanceof ObjectNode fields)) {
                errors.add(new PackError(files.name(file), 1, "the front matter must be keys with values"));
            } else if (fields.has("body")) {
                errors.add(new PackError(
                        files.name(file), yaml.lineOf("/body"), "the body belongs below the front matter"));
            } else {
                fields.put("body", parts.body());
                add(contentType, slug, fields, new Pack.Origin(files.name(file), yaml, "", parts.bodyLine()));
            }
        });
    }

    private void readList(ContentType<Entry, Content> contentType, Path file) {
        files.text(file)
                .ifPresent(text -> files.readYaml(files.name(file), text, 1, yaml -> {
                    if (!yaml.tree().isArray()) {
                        errors.add(
                                new PackError(files.name(file), 1, "must be a list whose items begin with a hyphen"));
                        return;
                    }
                    for (int i = 0; i < yaml.tree().size(); i++) {
                        var origin = new Pack.Origin(files.name(file), yaml, "/" + i, 1);
                        if (yaml.tree().get(i) instanceof ObjectNode fields
                                && fields.path("slug").isTextual()) {
                            add(contentType, fields.remove("slug").asText(), fields, origin);
                        } else {
                            errors.add(new PackError(
                                    files.name(file), yaml.lineOf("/" + i), "every item must begin with its slug"));
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

    /** Refuses unknown files, because a misspelled folder would otherwise withdraw all its documents. */
    private void refuseStrangers(List<ContentType<Entry, Content>> contentTypes) {
        var known = contentTypes.stream()
                .map(ContentType::collection)
                .flatMap(collection -> Stream.of(collection, collection + LIST))
                .collect(Collectors.toSet());
        known.addAll(RuleFiles.NAMES);
        known.add(CRISIS_LANGUAGE);
        try (var all = Files.list(root)) {
            all.map(PackReader::fileName)
                    .filter(file -> !ArchiveEntryName.isAdded(file) && !known.contains(file))
                    .forEach(file -> errors.add(new PackError(file, 1, "is not part of a content pack")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
