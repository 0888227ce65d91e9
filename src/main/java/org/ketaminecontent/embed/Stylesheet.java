package org.ketaminecontent.embed;

/** The stylesheet of a frame, with the colours that were asked for. */
final class Stylesheet {

    private Stylesheet() {}

    static String of(String common, EmbedStyle looks) {
        var light = ":root{color-scheme:light;--accent:" + looks.lightAccent() + "}";
        var dark = ":root{color-scheme:dark;--accent:" + looks.darkAccent()
                + ";--ground:" + Contrast.hex(EmbedStyle.DARK_GROUND)
                + ";--ink:#e8ebe6;--soft:#a5b3b4;--line:#36444a;--band:#173f45;--band-ink:#f3efe4;--warm:#d9a960}";
        return common
                + switch (looks.theme()) {
                    case "light" -> light;
                    case "dark" -> dark;
                    default ->
                        light.replace("color-scheme:light", "color-scheme:light dark")
                                + "@media (prefers-color-scheme:dark){"
                                + dark.replace("color-scheme:dark", "color-scheme:light dark") + "}";
                };
    }
}
