package org.ketaminecontent.pack;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.AuthoredYaml;

/** The files of a pack. What cannot be read is added to the errors. */
record PackFiles(Path root, List<PackError> errors) {

    /** The name of a file in the pack, such as {@code topics/dosing.md}. */
    String name(Path file) {
        return root.relativize(file).toString();
    }

    /** The text of a file; empty, and reported, if it is not text. */
    Optional<String> text(Path file) {
        try {
            return Optional.of(AuthoredText.lines(Files.readString(file)));
        } catch (CharacterCodingException e) {
            errors.add(new PackError(name(file), 1, "is not UTF-8 text: save it in the encoding UTF-8"));
        } catch (IOException e) {
            errors.add(new PackError(name(file), 1, "cannot be read as a file"));
        }
        return Optional.empty();
    }

    /** Reads YAML that begins on this line of a file. */
    void readYaml(String file, String yaml, int firstLine, Consumer<AuthoredYaml> use) {
        try {
            use.accept(AuthoredYaml.read(yaml, firstLine));
        } catch (AuthoredYaml.Unreadable e) {
            errors.add(new PackError(file, e.line(), e.reason()));
        }
    }
}
