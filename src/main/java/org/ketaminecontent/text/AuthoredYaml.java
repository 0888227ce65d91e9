package org.ketaminecontent.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * YAML as authors write it: keys with values, and lists. Aliases, tags and duplicate keys are refused, because they
 * change what other values mean. Each value keeps its line, by JSON pointer (RFC 6901).
 */
public final class AuthoredYaml {

    /** More than twice the depth of any real document. */
    static final int DEEPEST = 16;

    private static final int LONGEST_TOLD = 60;
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final UnquotedValues unquotedValues = new UnquotedValues();
    private final int firstLine;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> unquoted = new HashMap<>();
    private final JsonNode tree;
    private int depth;

    /** YAML that cannot be read, with the reason in words for authors. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;

        private Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        /** The line of the file, from 1. */
        public int line() {
            return line;
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    private AuthoredYaml(String yaml, int firstLine) throws Unreadable {
        this.firstLine = firstLine;
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        events = new Yaml(options).parse(new StringReader(yaml)).iterator();
        next();
        tree = document();
    }

    /**
     * Parses one document.
     *
     * @param firstLine the line of the file on which the YAML begins, from 1
     */
    public static AuthoredYaml read(String yaml, int firstLine) throws Unreadable {
        var text = AuthoredText.lines(yaml);
        var fault = AuthoredText.fault(text);
        if (fault.isPresent()) {
            throw new Unreadable(firstLine, fault.get());
        }
        try {
            return new AuthoredYaml(text, firstLine);
        } catch (YAMLException e) {
            throw new Unreadable(firstLine + YamlFault.line(e), YamlFault.reason(e));
        }
    }

    /** The values; an empty text gives a missing node. */
    public JsonNode tree() {
        return tree;
    }

    /** The line of the value at the pointer, or of the nearest value that contains it. */
    public int lineOf(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return firstLine;
    }

    /** The characters of an unquoted value that YAML reads as a number or a boolean. */
    public Optional<String> unquoted(String pointer) {
        return Optional.ofNullable(unquoted.get(pointer));
    }

    private Event next() {
        return events.next();
    }

    private JsonNode document() throws Unreadable {
        var start = next();
        if (start.is(Event.ID.StreamEnd)) {
            return JSON.missingNode();
        }
        var value = value(next(), "");
        next();
        var end = next();
        if (!end.is(Event.ID.StreamEnd)) {
            throw unreadable(end, "a second document begins with ---: a file holds only one");
        }
        return value;
    }

    private JsonNode value(Event event, String pointer) throws Unreadable {
        lines.putIfAbsent(pointer, lineOf(event));
        refuseUncommon(event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, pointer);
        }
        if (++depth > DEEPEST) {
            throw unreadable(event, "values are nested more than " + DEEPEST + " deep");
        }
        var value = event instanceof MappingStartEvent ? fields(pointer) : items(pointer);
        depth--;
        return value;
    }

    private JsonNode items(String pointer) throws Unreadable {
        var items = JSON.arrayNode();
        for (var event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
            items.add(value(event, pointer + "/" + items.size()));
        }
        return items;
    }

    private JsonNode fields(String pointer) throws Unreadable {
        var fields = JSON.objectNode();
        for (var event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
            refuseUncommon(event);
            if (!(event instanceof ScalarEvent scalar)) {
                throw unreadable(event, "the name of a value must be a word");
            }
            var name = scalar.getValue();
            if (fields.has(name)) {
                throw unreadable(event, "'" + told(name) + "' appears twice: only one of them can apply");
            }
            var at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            lines.put(at, lineOf(event));
            fields.set(name, value(next(), at));
        }
        return fields;
    }

    /** An alias refers to another place, and a tag changes the meaning of a value: neither can be read on its own. */
    private void refuseUncommon(Event event) throws Unreadable {
        if (event instanceof AliasEvent) {
            throw unreadable(
                    event, "a value that begins with * refers to another one: write it out, or put it in quotes");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw unreadable(
                    event,
                    "a value that begins with & defines an anchor: leave it out, or put the value in" + " quotes");
        }
        if (tagOf(event) != null) {
            throw unreadable(event, "a value that begins with ! has a tag: put it in quotes");
        }
    }

    private static @Nullable String tagOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private JsonNode scalar(ScalarEvent scalar, String pointer) throws Unreadable {
        var text = scalar.getValue();
        if (!scalar.isPlain()) {
            return JSON.textNode(text);
        }
        var value = unquotedValues
                .read(text)
                .orElseThrow(() -> unreadable(
                        scalar,
                        "'" + told(text)
                                + "' is not a plain number such as 7 or 0.5: if it is text, put it in quotes"));
        if (value.isNumber() || value.isBoolean()) {
            unquoted.put(pointer, text);
        }
        return value;
    }

    private static String told(String text) {
        return AuthoredText.shortened(text, LONGEST_TOLD);
    }

    private int lineOf(Event event) {
        return firstLine + event.getStartMark().getLine();
    }

    private Unreadable unreadable(Event event, String message) {
        return new Unreadable(lineOf(event), message);
    }
}
