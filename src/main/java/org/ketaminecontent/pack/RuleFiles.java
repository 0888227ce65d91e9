package org.ketaminecontent.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ketaminecontent.live.Synonyms;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.AuthoredTree;
import org.ketaminecontent.manuscript.BannedPhrases;
import org.ketaminecontent.manuscript.FieldRule;
import org.ketaminecontent.manuscript.LanguageRule;
import org.ketaminecontent.manuscript.PublishedGrade;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.text.AuthoredYaml;

/** Reads the lists of a pack that are not documents: its rules and its synonyms. */
record RuleFiles(PackFiles files) {

    private static final String BANNED_PHRASES = "banned-phrases.yaml";
    static final String LANGUAGE_RULES = "language-rules.yaml";
    private static final String FIELD_RULES = "field-rules.yaml";
    private static final String GRADES = "grades.yaml";
    static final String SYNONYMS = "synonyms.yaml";

    /** The names of these files. */
    static final Set<String> NAMES = Set.of(BANNED_PHRASES, LANGUAGE_RULES, FIELD_RULES, GRADES, SYNONYMS);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** The rules that manuscripts are checked by. */
    Rulebook rules() {
        return new Rulebook(
                rulesOf(BANNED_PHRASES, BannedPhrases.Phrase.class, BannedPhrases.Phrase::fault),
                rulesOf(LANGUAGE_RULES, LanguageRule.class, LanguageRule::fault),
                rulesOf(FIELD_RULES, FieldRule.class, FieldRule::fault),
                rulesOf(GRADES, PublishedGrade.class, PublishedGrade::fault));
    }

    /** The words that searches take for each other. */
    List<Synonyms> synonyms() {
        var synonyms = read(SYNONYMS, Synonyms.class);
        check(synonyms);
        return synonyms;
    }

    private <T> List<T> read(String fileName, Class<T> type) {
        var file = files.root().resolve(fileName);
        var items = new ArrayList<T>();
        if (Files.exists(file)) {
            files.text(file)
                    .ifPresent(text -> files.readYaml(fileName, text, 1, yaml -> {
                        for (int i = 0; i < yaml.tree().size() || i == 0 && !isEmpty(yaml.tree()); i++) {
                            read(fileName, yaml, i, type).ifPresent(items::add);
                        }
                    }));
        }
        return List.copyOf(items);
    }

    private static boolean isEmpty(JsonNode tree) {
        return tree.isMissingNode() || tree.isArray() && tree.isEmpty();
    }

    private <T> Optional<T> read(String fileName, AuthoredYaml yaml, int index, Class<T> type) {
        var pointer = "/" + index;
        var place = new PackError(fileName, yaml.lineOf(pointer), "every item must be a group of fields");
        if (!(yaml.tree().get(index) instanceof ObjectNode fields)) {
            files.errors().add(place);
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.treeToValue(AuthoredTree.checked(fields), type));
        } catch (AuthoredJson.Unreadable e) {
            files.errors().add(new PackError(fileName, yaml.lineOf(pointer + e.pointer()), e.reason()));
        } catch (JsonProcessingException e) {
            files.errors()
                    .add(new PackError(
                            fileName,
                            place.line(),
                            "contains an unknown field, or a value that is not text: put text in" + " quotes"));
        }
        return Optional.empty();
    }

    /** The usable rules of a list; the others are reported as errors. */
    private <T> List<T> rulesOf(String fileName, Class<T> type, Function<T, Optional<String>> faultOf) {
        var rules = read(fileName, type);
        rules.stream()
                .flatMap(rule -> faultOf.apply(rule).stream())
                .forEach(fault -> files.errors().add(new PackError(fileName, 1, fault)));
        return rules.stream().filter(rule -> faultOf.apply(rule).isEmpty()).toList();
    }

    /** Ketamine and esketamine are different products: a search for one must not silently find the other. */
    private void check(List<Synonyms> synonyms) {
        for (var group : synonyms) {
            var words = Stream.concat(group.words().stream(), group.alsoFound().stream())
                    .map(String::toLowerCase)
                    .toList();
            if (words.contains("ketamine") && words.contains("esketamine")) {
                files.errors()
                        .add(new PackError(SYNONYMS, 1, "ketamine and esketamine must not be synonyms of each other"));
            }
            if (group.words().isEmpty() && group.ignored().isEmpty()) {
                files.errors().add(new PackError(SYNONYMS, 1, "every item must have words, or ignored words"));
            }
        }
    }
}
