package org.ketaminecontent.manuscript;

/** Finds the lines of words in running text. */
final class BodyLines {

    private BodyLines() {}

    /**
     * The line on which words begin: the first line, at or after the section's own, that contains the first of them.
     */
    static int lineOf(String body, int from, String words) {
        var lines = body.lines().toList();
        var start = words.split("\\W+", 4);
        for (int i = from - 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.contains(start[0])
                    && (start.length < 2 || line.contains(start[1]))
                    && (start.length < 3 || line.contains(start[2]))) {
                return i + 1;
            }
        }
        return from;
    }
}
