package org.ketaminecontent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the README promises, in a form that can be checked. */
public final class Readme {

    private static final Pattern FENCE =
            Pattern.compile("^```(?<language>\\w+)\\n(?<text>.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final Pattern SETTING =
            Pattern.compile("^\\| `(?<name>[a-z.-]+\\.[a-z.-]+)` \\| `?(?<value>[^|`]*)`? \\|", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("<(http://localhost:8080[^>]*)>");

    private final String text;

    public Readme() {
        try {
            text = Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A call, and the answer that is shown below it.
     *
     * @param url with the host as it stands there
     * @param headers names and values in turn
     */
    public record Example(String url, List<String> headers, String json) {

        @Override
        public String toString() {
            return url;
        }
    }

    private record Block(String language, String text) {}

    /** Every {@code sh} block with a call of curl that a {@code json} block follows, whatever words stand between. */
    public List<Example> examples() {
        var blocks = FENCE.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
        return IntStream.range(1, blocks.size())
                .filter(i -> blocks.get(i).language().equals("json"))
                .mapToObj(i -> example(blocks.get(i - 1).text(), blocks.get(i).text()))
                .toList();
    }

    /** Every call of curl, whether its answer is shown or not. */
    public List<Example> calls() {
        return FENCE.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("sh") && block.group(2).startsWith("curl"))
                .map(block -> example(block.group(2), ""))
                .toList();
    }

    /** Reads the words of a call; options that it does not know are refused, so that none is left unchecked. */
    private static Example example(String command, String json) {
        var words = WORD.matcher(command.replace("\\\n", " "))
                .results()
                .map(word -> Stream.of(word.group(1), word.group(2), word.group(3))
                        .filter(each -> each != null)
                        .findFirst()
                        .orElseThrow())
                .iterator();
        if (!words.next().equals("curl")) {
            throw new IllegalArgumentException("only an answer to curl can be checked, not one to: " + command);
        }
        var urls = new ArrayList<String>();
        var headers = new ArrayList<String>();
        words.forEachRemaining(word -> {
            if (word.equals("-H")) {
                headers.addAll(List.of(words.next().split(": ", 2)));
            } else if (word.startsWith("http")) {
                urls.add(word);
            } else if (!word.equals("-s")) {
                throw new IllegalArgumentException("cannot check " + word + " in: " + command);
            }
        });
        if (urls.size() != 1) {
            throw new IllegalArgumentException("one call a block, please: " + command);
        }
        return new Example(urls.get(0), headers, json);
    }

    /** A row of the table of settings. */
    public record Setting(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    public List<Setting> settings() {
        return SETTING.matcher(text)
                .results()
                .map(row -> new Setting(row.group(1), row.group(2).strip()))
                .toList();
    }

    /** The addresses to open. */
    public List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }
}
