package org.ketaminecontent.pack;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line of a YAML text each value stands, by JSON pointer (RFC 6901). */
class SourceMap {

    private final Map<String, Integer> lines = new HashMap<>();
    private final int firstLine;

    /** @param firstLine the line of the file on which the YAML begins, from 1 */
    SourceMap(String yaml, int firstLine) {
        this.firstLine = firstLine;
        var root = new Yaml().compose(new StringReader(yaml));
        if (root != null) {
            visit(root, "");
        }
    }

    private void visit(Node node, String pointer) {
        lines.put(pointer, node.getStartMark().getLine());
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                var child = pointer + "/" + ((ScalarNode) entry.getKeyNode()).getValue();
                visit(entry.getValueNode(), child);
                lines.put(child, entry.getKeyNode().getStartMark().getLine());
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                visit(sequence.getValue().get(i), pointer + "/" + i);
            }
        }
    }

    /** The line of the value at the pointer, or of the nearest value around it. */
    int lineOf(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return firstLine + line;
            }
        }
        return firstLine;
    }
}
