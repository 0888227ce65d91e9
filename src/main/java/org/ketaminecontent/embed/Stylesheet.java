package org.ketaminecontent.embed;

/** The stylesheet of a frame, as it was asked for. */
final class Stylesheet {

    private static final String DARK_DEVICE = "@media (prefers-color-scheme:dark){";

    private Stylesheet() {}

    static String of(String common, EmbedStyle looks) {
        return common + colors(looks) + size(looks);
    }

    private static String colors(EmbedStyle looks) {
        var first = looks.palette();
        if (!looks.followsDevice()) {
            return root(first.isLight() ? "light" : "dark", first);
        }
        return root("light dark", first) + DARK_DEVICE + root("light dark", looks.darkPalette()) + "}";
    }

    private static String root(String scheme, Palette palette) {
        return ":root{color-scheme:" + scheme + ";" + palette.css() + "}";
    }

    private static String size(EmbedStyle looks) {
        var radius = looks.radius() == null ? "" : "main{border-radius:" + looks.radius() + "px}";
        return looks.fontSize() == EmbedStyle.USUAL_FONT_SIZE
                ? radius
                : radius + "html{font-size:" + looks.fontSize() + "%}";
    }
}
