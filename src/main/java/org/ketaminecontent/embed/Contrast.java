package org.ketaminecontent.embed;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The contrast of two colors.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
final class Contrast {

    /** The contrast that level AA requires of text (WCAG 2.2, success criterion 1.4.3). */
    static final double LEAST = 4.5;

    /** The luminance at which black and white have the same contrast, 4.58 : 1. */
    private static final double MIDDLE = 0.179;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int STEPS = 100;

    private Contrast() {}

    /** From 1 to 21; colors as 0xRRGGBB. */
    static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Tells whether dark text can be read better on it than light text. */
    static boolean isLight(int ground) {
        return luminance(ground) > MIDDLE;
    }

    /** The nearest shade of a color, darker or lighter, that can be read on the ground. */
    static int readable(int color, int ground) {
        int end = isLight(ground) ? BLACK : WHITE;
        return IntStream.rangeClosed(0, STEPS)
                .map(step -> mix(color, end, step))
                .filter(shade -> ratio(shade, ground) >= LEAST)
                .findFirst()
                .orElse(end);
    }

    /** The color between two, at so many hundredths of the way. */
    static int mix(int color, int end, int step) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = color >> shift & 0xff;
            int to = end >> shift & 0xff;
            mixed |= (from + (to - from) * step / STEPS) << shift;
        }
        return mixed;
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xff) + 0.7152 * linear(color >> 8 & 0xff) + 0.0722 * linear(color & 0xff);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** As CSS writes it. */
    static String hex(int color) {
        return String.format(Locale.ROOT, "#%06x", color);
    }
}
