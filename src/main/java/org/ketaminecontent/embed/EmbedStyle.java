package org.ketaminecontent.embed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;

/**
 * The looks of an embed. No looks hide what must be shown.
 *
 * @param view {@code card} or {@code full}
 * @param theme {@code light}, {@code dark} or {@code auto}, which follows the reader's own choice
 * @param accent the color of links, as six hexadecimal digits; null for the usual one
 * @param ground the color behind the text, likewise; null for that of the theme
 * @param radius of the corners, from 0 to 24 pixels; null for the usual one
 * @param fontSize in percent of what the reader's browser is set to, from 100 to 150
 * @param clinic the name of whoever shows it; null for none
 * @param headingLevel of the title, from 1 to 6
 */
record EmbedStyle(
        String view,
        String theme,
        @Nullable String accent,
        @Nullable String ground,
        @Nullable Integer radius,
        int fontSize,
        @Nullable String clinic,
        int headingLevel) {

    static final String CARD = "card";
    static final String FULL = "full";
    static final String AUTO = "auto";
    static final String DARK = "dark";
    static final int DEFAULT_LEVEL = 2;
    static final int USUAL_FONT_SIZE = 100;
    static final int USUAL_RADIUS = 10;

    /** All of it as usual. */
    static final EmbedStyle USUAL = new EmbedStyle(CARD, AUTO, null, null, null, USUAL_FONT_SIZE, null, DEFAULT_LEVEL);

    private static final String COLOR = "#?[0-9A-Fa-f]{6}";

    static final Map<String, QueryParameter> PARAMETERS = Map.of(
            "view", QueryParameter.oneOf("view", CARD, FULL),
            "theme", QueryParameter.oneOf("theme", "light", DARK, AUTO),
            "accent", color("accent"),
            "ground", color("ground"),
            "radius", QueryParameter.number("radius", 0, 24),
            "font-size", QueryParameter.number("font-size", USUAL_FONT_SIZE, 150),
            "clinic", QueryParameter.text(ClinicName.PARAMETER, "", ClinicName.LONGEST, ""),
            "lang", QueryParameter.text("lang", "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", 35, "a BCP 47 tag is allowed."),
            "heading-level", QueryParameter.number("heading-level", 1, 6));

    private static QueryParameter color(String name) {
        return QueryParameter.text(name, COLOR, 7, "six hexadecimal digits are allowed, such as 0d5a63.");
    }

    /** A color that was changed so that it can be read. */
    record Mended(String parameter, String asked, String shown, String ground) {}

    /**
     * Reads what a request asks for.
     *
     * @param known the parameters of the address, those of the looks among them
     * @throws InvalidParameters where something is unknown
     */
    static EmbedStyle of(Map<String, List<String>> given, Map<String, QueryParameter> known) {
        ParameterCheck.check(withoutEmpty(given), known);
        Languages.require(first(given, "lang"));
        var radius = first(given, "radius");
        var clinic = first(given, ClinicName.PARAMETER);
        return new EmbedStyle(
                Objects.requireNonNullElse(first(given, "view"), CARD),
                Objects.requireNonNullElse(first(given, "theme"), AUTO),
                digits(first(given, "accent")),
                digits(first(given, "ground")),
                radius == null ? null : Integer.valueOf(radius),
                number(first(given, "font-size"), USUAL_FONT_SIZE),
                clinic == null ? null : ClinicName.of(clinic),
                number(first(given, "heading-level"), DEFAULT_LEVEL));
    }

    private static @Nullable String digits(@Nullable String color) {
        return color == null ? null : color.replace("#", "").toLowerCase(Locale.ROOT);
    }

    private static int number(@Nullable String given, int usual) {
        return given == null ? usual : Integer.parseInt(given);
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

    boolean isFull() {
        return view.equals(FULL);
    }

    /** Tells whether it is light or dark as the reader's device is; a chosen ground is the same on each. */
    boolean followsDevice() {
        return ground == null && theme.equals(AUTO);
    }

    /** The colors on the ground that was chosen, or that of the theme; the light one where both are shown. */
    Palette palette() {
        if (ground != null) {
            return accented(Palette.on(Integer.parseInt(ground, 16)));
        }
        return accented(theme.equals(DARK) ? Palette.DARK : Palette.LIGHT);
    }

    /** The colors on devices that are set to dark. */
    Palette darkPalette() {
        return accented(Palette.DARK);
    }

    private Palette accented(Palette palette) {
        return accent == null ? palette : palette.with(Integer.parseInt(accent, 16));
    }

    /** The accent, where another shade of it is shown; on the light ground, where both are. */
    Optional<Mended> mended() {
        var palette = palette();
        return accent == null || Integer.parseInt(accent, 16) == palette.accent()
                ? Optional.empty()
                : Optional.of(new Mended("accent", accent, hex(palette.accent()), hex(palette.ground())));
    }

    private static String hex(int color) {
        return Contrast.hex(color).substring(1);
    }

    /** As parameters of an address, those left out that say nothing new. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "view", view, CARD);
        put(parameters, "theme", theme, AUTO);
        put(parameters, "accent", accent, null);
        put(parameters, "ground", ground, null);
        put(parameters, "radius", radius, null);
        put(parameters, "font-size", fontSize, USUAL_FONT_SIZE);
        put(parameters, ClinicName.PARAMETER, clinic, null);
        put(parameters, "heading-level", headingLevel, DEFAULT_LEVEL);
        return parameters;
    }

    private static void put(
            Map<String, String> parameters, String name, @Nullable Object value, @Nullable Object usual) {
        if (value != null && !value.equals(usual)) {
            parameters.put(name, URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
        }
    }
}
