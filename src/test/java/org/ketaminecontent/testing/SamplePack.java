package org.ketaminecontent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small pack with one document of each kind, without a fault: a test makes the one it is about. */
public final class SamplePack {

    private static final Path ORIGINAL = Path.of("src/test/resources/packs/small");

    private final Path folder;

    private SamplePack(Path folder) {
        this.folder = folder;
    }

    /** A copy of the pack in a folder of its own. */
    public static SamplePack in(Path folder) {
        return copyOf(ORIGINAL, folder);
    }

    /** A copy of any pack. */
    public static SamplePack copyOf(Path original, Path folder) {
        try (var files = Files.walk(original)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SamplePack(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Replaces the first such words in a file. */
    public SamplePack replacing(String file, String words, String others) {
        var text = read(file);
        if (!text.contains(words)) {
            throw new IllegalArgumentException(file + " does not say: " + words);
        }
        return writing(file, text.replaceFirst(Pattern.quote(words), Matcher.quoteReplacement(others)));
    }

    public SamplePack appending(String file, String text) {
        return writing(file, read(file) + text);
    }

    public SamplePack writing(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SamplePack without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SamplePack renaming(String file, String newName) {
        var text = read(file);
        return without(file).writing(newName, text);
    }

    /** The line, from 1, of the first such words in a file. */
    public int lineOf(String file, String words) {
        var text = read(file);
        return (int) text.substring(0, text.indexOf(words))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
