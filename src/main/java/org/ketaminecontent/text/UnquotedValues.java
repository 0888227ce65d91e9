package org.ketaminecontent.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads values without quotes as YAML 1.1 does, but for numbers that no author means. */
final class UnquotedValues {

    /** Longer than any number in real content. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]*+)");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*+)\\.[0-9]++");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Resolver resolver = new Resolver();

    /** The value; empty if it is a number in another form than 7 or 0.5. */
    Optional<JsonNode> read(String text) {
        var tag = resolver.resolve(NodeId.scalar, text, true);
        if (tag.equals(Tag.NULL)) {
            return Optional.of(JSON.nullNode());
        }
        if (tag.equals(Tag.BOOL)) {
            return Optional.of(JSON.booleanNode(isYes(text)));
        }
        // YAML reads times such as 9:30 as numbers to the base of 60.
        if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && text.indexOf(':') < 0) {
            return number(text);
        }
        return Optional.of(JSON.textNode(text));
    }

    private static boolean isYes(String text) {
        return text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on");
    }

    private static Optional<JsonNode> number(String text) {
        if (text.length() <= LONGEST_NUMBER && INTEGER.matcher(text).matches()) {
            var number = new BigInteger(text);
            return Optional.of(
                    number.bitLength() < Integer.SIZE ? JSON.numberNode(number.intValue()) : JSON.numberNode(number));
        }
        if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
            return Optional.of(JSON.numberNode(new BigDecimal(text).doubleValue()));
        }
        return Optional.empty();
    }
}
