package org.ketaminecontent.danger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a language file.
 *
 * @param place its JSON Pointer in the file (RFC 6901)
 * @param at the file and the line, from 1
 */
record LocatedText(String place, String at, String text) {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** All texts of a file; if it cannot be read, a single entry without a place says why. */
    static List<LocatedText> of(String file, String yaml) {
        var entries = new ArrayList<LocatedText>();
        try (var parser = YAML.createParser(yaml)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    entries.add(new LocatedText(
                            parser.getParsingContext().pathAsPointer().toString(),
                            file + ":" + parser.currentTokenLocation().getLineNr(),
                            parser.getText()));
                }
            }
            return entries;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            var at = file + ":" + (place == null ? 1 : place.getLineNr());
            return List.of(new LocatedText("", at, e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether it is a pattern of danger, certain or possible. */
    boolean isDangerPattern() {
        return isIn("/certain") || isIn("/possible");
    }

    boolean isPattern() {
        return isDangerPattern() || isIn("/harmless");
    }

    boolean isHarmlessExample() {
        return isIn("/examples/harmless");
    }

    boolean isExample() {
        return isIn("/examples");
    }

    boolean isIn(String beginning) {
        return place.startsWith(beginning + "/");
    }

    /** The part of the place at a position, from 1; empty if there is none. */
    String part(int position) {
        var parts = place.split("/");
        return position < parts.length ? parts[position] : "";
    }

    /** The kind of the example, or {@code harmless}. */
    String outcome() {
        return isHarmlessExample() ? DangerClassifier.HARMLESS : part(3);
    }

    String finding(String finding) {
        return at + ": " + finding;
    }
}
