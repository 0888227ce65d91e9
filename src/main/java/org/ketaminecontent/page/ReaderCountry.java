package org.ketaminecontent.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The country that a reader is likely to be in, by what the browser says of languages (RFC 9110, section 12.5.4). */
public final class ReaderCountry {

    private static final int LONGEST = 200;

    private ReaderCountry() {}

    /** The ISO 3166-1 code of the language that is liked best and names one; null where none does. */
    public static @Nullable String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST) {
            return null;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
                    .filter(code -> List.of(Locale.getISOCountries()).contains(code))
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
