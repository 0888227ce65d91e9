package org.ketaminecontent.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.content.RiskDocument;

/**
 * An icon array of a risk, with one cell for each person, and below a benefit the harms that balance it, so that
 * neither is
 * shown without the other. Both groups have the same size, scale and order; patterns repeat the meaning of the colors.
 *
 * @see <a href="https://doi.org/10.1136/bmj.324.7341.827">Edwards and others, 2002: Explaining risks</a>
 */
public final class IconArray {

    private static final int MARGIN = 24;
    private static final int ARRAY_WIDTH = 288;
    private static final int LINE = 20;
    private static final int GAP = 12;
    private static final int RIGHT = MARGIN + ARRAY_WIDTH + MARGIN;

    /** The approximate number of characters in a line over the whole width, and over one group. */
    private static final int LETTERS = 64;

    private static final int SMALL_LETTERS = 80;

    private static final int LETTERS_OF_GROUP = 36;

    private final String title;
    private final String description;
    private final List<Line> lines = new ArrayList<>();
    private final List<Array> arrays = new ArrayList<>();
    private int y = MARGIN;

    /** A line of text with its position. */
    public record Line(int x, int y, String style, String text) {}

    /** The cells of one group. */
    public record Array(int x, int y, List<Patch> patches) {}

    /** A rectangle of equal cells. */
    public record Patch(int x, int y, int width, int height, String fill) {}

    /** One cell. */
    public record Tile(String id, int size) {

        public double middle() {
            return size / 2.0;
        }

        public double radius() {
            return size * 0.36;
        }

        public double near() {
            return middle() - radius();
        }

        public double far() {
            return middle() + radius();
        }

        public double side() {
            return 2 * radius();
        }
    }

    /** The layout of a scale: the number of cells in a row, and their size. */
    private enum Scale {
        HUNDRED(new Tile("c100", 21), 10),
        THOUSAND(new Tile("c1000", 7), 40);

        private final Tile tile;
        private final int columns;

        Scale(Tile tile, int columns) {
            this.tile = tile;
            this.columns = columns;
        }

        static Scale of(int per) {
            return per <= 100 ? HUNDRED : THOUSAND;
        }

        int rows(int per) {
            return (per + columns - 1) / columns;
        }
    }

    /** The template {@code templates/risk-picture.svg}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RiskPicture(IconArray picture) implements TemplateInstance {}

    private IconArray(RiskDocument risk, List<RiskDocument> harms) {
        title = risk.outcome() + ", " + risk.timeframeText();
        description = Stream.concat(Stream.of(risk), harms.stream())
                .map(IconArray::inWords)
                .collect(Collectors.joining(" "));
        draw(risk);
        if (!harms.isEmpty()) {
            write(MARGIN, "strong", LETTERS, "What stands against it");
            harms.forEach(this::draw);
        }
    }

    /** The drawing of a risk, with the harms that balance it. */
    public static IconArray of(RiskDocument risk, List<RiskDocument> harms) {
        return new IconArray(risk, harms);
    }

    /** Draws a risk. */
    static String svg(RiskDocument risk, List<RiskDocument> harms) {
        return new RiskPicture(new IconArray(risk, harms)).render();
    }

    private static String inWords(RiskDocument risk) {
        return Stream.of(risk.text().with(), risk.text().without(), risk.text().positive(), risk.limit())
                .filter(each -> each != null)
                .collect(Collectors.joining(" "));
    }

    private void draw(RiskDocument risk) {
        write(MARGIN, "strong", LETTERS, risk.outcome() + ", " + risk.timeframeText());
        write(MARGIN, "small", SMALL_LETTERS, risk.population());
        int top = y;
        group(MARGIN, PageContent.words(risk.product()), risk.with(), risk);
        int left = y;
        var without = risk.without();
        if (without != null) {
            y = top;
            group(RIGHT, risk.comparator(), without, risk);
            // Both arrays begin at one height, below the longer of the two captions.
            align();
        }
        y = Math.max(left, y);
        if (risk.smallSample()) {
            write(MARGIN, "strong", LETTERS, "Very small study");
        }
        write(MARGIN, "small", SMALL_LETTERS, risk.limit());
        y += GAP;
    }

    private void align() {
        var last = arrays.remove(arrays.size() - 1);
        var other = arrays.remove(arrays.size() - 1);
        int at = Math.max(last.y(), other.y());
        arrays.add(new Array(other.x(), at, other.patches()));
        arrays.add(new Array(last.x(), at, last.patches()));
        y = Math.max(y, y + at - last.y());
    }

    private void group(int x, String name, Risk.Arm arm, RiskDocument risk) {
        write(x, "", LETTERS_OF_GROUP, name + ": " + arm.count() + " of " + risk.per() + interval(arm));
        var scale = Scale.of(risk.per());
        arrays.add(new Array(x, y, patches(arm.count(), risk.per(), scale, kind(risk))));
        y += scale.rows(risk.per()) * scale.tile.size() + LINE;
    }

    private static String kind(RiskDocument risk) {
        return risk.direction() == Risk.Direction.BENEFIT ? "-benefit" : "-harm";
    }

    private static String interval(Risk.Arm arm) {
        return arm.low() == null ? "" : " (it could be " + arm.low() + " to " + arm.high() + ")";
    }

    private static List<Patch> patches(int count, int per, Scale scale, String kind) {
        var patches = new ArrayList<Patch>();
        fill(patches, 0, count, scale, scale.tile.id() + kind);
        fill(patches, count, per, scale, scale.tile.id() + "-none");
        return patches;
    }

    /** Fills the cells between two numbers, row by row: the end of a row, whole rows, the beginning of a row. */
    private static void fill(List<Patch> patches, int from, int to, Scale scale, String fill) {
        int at = from;
        while (at < to) {
            int column = at % scale.columns;
            int rows = column == 0 ? Math.max(1, (to - at) / scale.columns) : 1;
            int wide = Math.min(scale.columns - column, to - at);
            int size = scale.tile.size();
            patches.add(new Patch(column * size, at / scale.columns * size, wide * size, rows * size, fill));
            at += rows * wide;
        }
    }

    private void write(int x, String style, int letters, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (var line : wrapped(text, letters)) {
            y += LINE;
            lines.add(new Line(x, y - LINE / 4, style, line));
        }
    }

    private static List<String> wrapped(String text, int letters) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() + word.length() > letters && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** In pixels, so that a page leaves room for it. */
    public int width() {
        return RIGHT + ARRAY_WIDTH + MARGIN;
    }

    /** In pixels. */
    public int height() {
        return y + MARGIN;
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Array> arrays() {
        return arrays;
    }

    public List<Tile> tiles() {
        return Stream.of(Scale.values()).map(scale -> scale.tile).toList();
    }
}
