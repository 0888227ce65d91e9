package org.ketaminecontent.pack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ketaminecontent.live.Synonyms;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.text.AuthoredYaml;

/**
 * A set of content read from files.
 *
 * @param origins the origin of each document, by {@code collection/slug}, including unreadable ones
 * @param errors files and values that could not be read
 */
public record Pack(
        List<Manuscript> manuscripts,
        Rulebook rules,
        List<Synonyms> synonyms,
        Map<String, Origin> origins,
        List<PackError> errors) {

    /**
     * The origin of a manuscript.
     *
     * @param prefix the JSON pointer of the manuscript within its file
     * @param bodyLine the first line of the running text, from 1
     */
    record Origin(String file, AuthoredYaml lines, String prefix, int bodyLine) {}

    /** The file of a document. */
    public String file(Manuscript manuscript) {
        return Objects.requireNonNull(origins.get(manuscript.key())).file();
    }

    /** The file of the document with this name; empty if there is none. */
    public Optional<String> file(String name) {
        return Optional.ofNullable(origins.get(name)).map(Origin::file);
    }

    /** The pack without these manuscripts. */
    Pack without(Set<Manuscript> faulty) {
        var sound = manuscripts.stream().filter(each -> !faulty.contains(each)).toList();
        return new Pack(sound, rules, synonyms, origins, errors);
    }

    /** A finding with its place in the files. */
    PackError locate(Finding finding) {
        var origin = Objects.requireNonNull(origins.get(finding.manuscript().key()));
        int line = finding.line() > 0
                ? origin.bodyLine() + finding.line() - 1
                : origin.lines().lineOf(origin.prefix() + finding.pointer());
        return new PackError(origin.file(), line, describe(finding));
    }

    private static String describe(Finding finding) {
        var inText = finding.pointer().isEmpty() || finding.pointer().equals("/body");
        return inText ? finding.message() : finding.pointer().substring(1) + ": " + finding.message();
    }
}
