package org.ketaminecontent.embed;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well a colour can be told from another one.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
final class Contrast {

    /** What level AA asks for of text (WCAG 2.2, success criterion 1.4.3). */
    static final double LEAST = 4.5;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int STEPS = 100;

    private Contrast() {}

    /** From 1 to 21; colours as 0xRRGGBB. */
    static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The nearest shade of a colour, darker or lighter, that can be read on the ground. */
    static int readable(int colour, int ground) {
        int end = luminance(ground) > 0.18 ? BLACK : WHITE;
        return IntStream.rangeClosed(0, STEPS)
                .map(step -> mix(colour, end, step))
                .filter(shade -> ratio(shade, ground) >= LEAST)
                .findFirst()
                .orElse(end);
    }

    private static int mix(int colour, int end, int step) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = colour >> shift & 0xff;
            int to = end >> shift & 0xff;
            mixed |= (from + (to - from) * step / STEPS) << shift;
        }
        return mixed;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** As CSS writes it. */
    static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
