package org.ketaminecontent.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables in running text, for any width. Where there is room they are tables; where there is little, or the text is large,
 * the stylesheet sets each row as a block, each value under the name of its column, so that no column is out of sight.
 */
final class ResponsiveTables {

    /** As {@link org.ketaminecontent.text.Markdown} writes them: no table is in another one. */
    private static final Pattern TABLE = Pattern.compile("<table>(.*?)</table>", Pattern.DOTALL);

    private static final Pattern HEADING = Pattern.compile("<th(?: [^>]*)?>(.*?)</th>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL);
    private static final Pattern ROW_NAME = Pattern.compile("(<tr>\\s*)<td(?: [^>]*)?>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td(?= |>)");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private ResponsiveTables() {}

    /** The same text with tables in a frame of their own, which scrolls by keyboard too, and each cell with its label. */
    static String fitted(String html) {
        return TABLE.matcher(html)
                .replaceAll(table -> Matcher.quoteReplacement(
                        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>"
                                + labelled(table.group(1)) + "</table></div>"));
    }

    private static String labelled(String rows) {
        var labels =
                HEADING.matcher(rows).results().map(ResponsiveTables::label).toList();
        return ROW.matcher(rows).replaceAll(row -> Matcher.quoteReplacement(labelled(row.group(), labels)));
    }

    private static String labelled(String row, List<String> labels) {
        var named = ROW_NAME.matcher(row).replaceFirst("$1<th scope=\"row\">$2</th>");
        var cells = CELL.matcher(named);
        var labelled = new StringBuilder();
        // The first value of a row is its name.
        for (int column = 1; cells.find(); column++) {
            cells.appendReplacement(labelled, "");
            labelled.append("<td data-label=\"")
                    .append(column < labels.size() ? labels.get(column) : "")
                    .append('"');
        }
        return cells.appendTail(labelled).toString();
    }

    /** The words of a heading; what is escaped in it stays so. */
    private static String label(MatchResult heading) {
        return TAG.matcher(heading.group(1)).replaceAll("").strip().replace("\"", "&quot;");
    }
}
