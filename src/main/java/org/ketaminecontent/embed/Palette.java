package org.ketaminecontent.embed;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The colors of an embed. Texts have a contrast of at least 4.5 : 1 (WCAG 2.2 AA), whatever was chosen; as 0xRRGGBB. */
record Palette(int ground, int ink, int soft, int line, int accent, int warm, int band, int bandInk) {

    static final Palette LIGHT =
            new Palette(0xffffff, 0x1d2a2e, 0x53626a, 0xded9cc, 0x0d5a63, 0xb0762a, 0x12484f, 0xf8f4ea);
    static final Palette DARK =
            new Palette(0x14191b, 0xe8ebe6, 0xa5b3b4, 0x36444a, 0x86cdd0, 0xd9a960, 0x173f45, 0xf3efe4);

    private static final int LINE_SHARE = 20;

    /** The colors of a light or a dark scheme on a ground that was chosen. */
    static Palette on(int ground) {
        var near = Contrast.isLight(ground) ? LIGHT : DARK;
        int ink = Contrast.readable(near.ink, ground);
        return new Palette(
                ground,
                ink,
                Contrast.readable(near.soft, ground),
                Contrast.mix(ground, ink, LINE_SHARE),
                Contrast.readable(near.accent, ground),
                Contrast.readable(near.warm, ground),
                near.band,
                near.bandInk);
    }

    /** The same with the shade of the accent that can be read on the ground. */
    Palette with(int chosen) {
        return new Palette(ground, ink, soft, line, Contrast.readable(chosen, ground), warm, band, bandInk);
    }

    boolean isLight() {
        return Contrast.isLight(ground);
    }

    /** As custom properties of CSS. */
    String css() {
        return Stream.of(
                        property("accent", accent),
                        property("ground", ground),
                        property("ink", ink),
                        property("soft", soft),
                        property("line", line),
                        property("band", band),
                        property("band-ink", bandInk),
                        property("warm", warm))
                .collect(Collectors.joining(";"));
    }

    private static String property(String name, int color) {
        return "--" + name + ":" + Contrast.hex(color);
    }
}
