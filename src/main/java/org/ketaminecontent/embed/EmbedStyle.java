package org.ketaminecontent.embed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;

/**
 * How an embed is to look. What must be there is there however it looks.
 *
 * @param view {@code card} or {@code full}
 * @param theme {@code light}, {@code dark} or {@code auto}, which follows the reader's own choice
 * @param accent the colour of links, as six hexadecimal digits; null for the usual one
 * @param headingLevel of the title, from 1 to 6
 */
record EmbedStyle(String view, String theme, @Nullable String accent, int headingLevel) {

    static final String CARD = "card";
    static final String FULL = "full";
    static final int LIGHT_GROUND = 0xffffff;
    static final int DARK_GROUND = 0x14191b;
    static final int LIGHT_ACCENT = 0x0d5a63;
    static final int DARK_ACCENT = 0x86cdd0;
    static final int DEFAULT_LEVEL = 2;

    static final Map<String, QueryParameter> PARAMETERS = Map.of(
            "view", QueryParameter.oneOf("view", CARD, FULL),
            "theme", QueryParameter.oneOf("theme", "light", "dark", "auto"),
            "accent",
                    QueryParameter.text(
                            "accent", "#?[0-9A-Fa-f]{6}", 7, "six hexadecimal digits are allowed, such as 0d5a63."),
            "lang", QueryParameter.text("lang", "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", 35, "a BCP 47 tag is allowed."),
            "heading-level", QueryParameter.number("heading-level", 1, 6));

    /**
     * Reads what a request asks for.
     *
     * @param known the parameters of the address, those of the looks among them
     * @throws InvalidParameters where something is unknown, or the accent cannot be read on the ground
     */
    static EmbedStyle of(Map<String, List<String>> given, Map<String, QueryParameter> known) {
        ParameterCheck.check(withoutEmpty(given), known);
        Languages.missing(first(given, "lang"), false);
        var view = first(given, "view");
        var theme = first(given, "theme");
        var accent = first(given, "accent");
        var level = first(given, "heading-level");
        var looks = new EmbedStyle(
                view == null ? CARD : view,
                theme == null ? "auto" : theme,
                accent == null ? null : accent.replace("#", "").toLowerCase(Locale.ROOT),
                level == null ? DEFAULT_LEVEL : Integer.parseInt(level));
        looks.checkAccent();
        return looks;
    }

    /** Forms and consumers send what was not filled in as well. */
    static Map<String, List<String>> withoutEmpty(Map<String, List<String>> given) {
        var filled = new HashMap<>(given);
        filled.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        return filled;
    }

    /** The first value; null where there is none, or an empty one. */
    static @Nullable String first(Map<String, List<String>> given, String name) {
        var values = given.get(name);
        return values == null || values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    private void checkAccent() {
        if (accent == null) {
            return;
        }
        boolean dark = theme.equals("dark");
        int ground = dark ? DARK_GROUND : LIGHT_GROUND;
        int asked = Integer.parseInt(accent, 16);
        double ratio = Contrast.ratio(asked, ground);
        if (ratio < Contrast.LEAST) {
            throw new InvalidParameters(
                    "accent",
                    ErrorCode.INVALID_VALUE,
                    String.format(
                            Locale.ROOT,
                            "The accent #%s has a contrast of %.2f : 1 on the %s ground %s; text needs 4.5 : 1 (WCAG 2.2"
                                    + " AA). The nearest shade that has it is %s.",
                            accent,
                            Math.floor(ratio * 100) / 100,
                            dark ? "dark" : "light",
                            Contrast.hex(ground),
                            Contrast.hex(Contrast.readable(asked, ground)).substring(1)));
        }
    }

    /** The accent on the light ground. */
    String lightAccent() {
        return Contrast.hex(accent == null ? LIGHT_ACCENT : Integer.parseInt(accent, 16));
    }

    /** The accent on the dark ground; one that was chosen for the light ground is made lighter. */
    String darkAccent() {
        return Contrast.hex(
                accent == null ? DARK_ACCENT : Contrast.readable(Integer.parseInt(accent, 16), DARK_GROUND));
    }

    /** As parameters of an address, those left out that say nothing new. */
    String query() {
        var query = new StringBuilder();
        if (!view.equals(CARD)) {
            query.append("&view=").append(view);
        }
        if (!theme.equals("auto")) {
            query.append("&theme=").append(theme);
        }
        if (accent != null) {
            query.append("&accent=").append(accent);
        }
        if (headingLevel != DEFAULT_LEVEL) {
            query.append("&heading-level=").append(headingLevel);
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }
}
