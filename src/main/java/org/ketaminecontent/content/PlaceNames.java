package org.ketaminecontent.content;

import java.util.Locale;

/** The names of places and languages for readers, in English. */
public final class PlaceNames {

    /** The code for contacts that anybody may use. */
    public static final String WORLD = "WORLD";

    private PlaceNames() {}

    /** A place by its code: ISO 3166-1, ISO 3166-2 for the parts of the United Kingdom, {@code EU} or {@link #WORLD}. */
    public static String place(String code) {
        return switch (code) {
            case "EU" -> "European Union";
            case WORLD -> "Anywhere";
            case "GB-ENG" -> "England";
            case "GB-NIR" -> "Northern Ireland";
            case "GB-SCT" -> "Scotland";
            case "GB-WLS" -> "Wales";
            default ->
                new Locale.Builder()
                        .setRegion(code.replaceFirst("-.*", ""))
                        .build()
                        .getDisplayCountry(Locale.US);
        };
    }

    /** The heading of the contacts of a place, below those of the reader's own country. */
    public static String heading(String code) {
        return code.equals(WORLD) ? "Anywhere else" : place(code);
    }

    /** A language by its tag (BCP 47). */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.US);
    }
}
