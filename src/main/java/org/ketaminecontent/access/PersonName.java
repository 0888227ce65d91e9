package org.ketaminecontent.access;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether two names belong to one person, ignoring case, spaces, accents and punctuation. */
public final class PersonName {

    private PersonName() {}

    /** Returns false if either is missing. */
    public static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && !plain(one).isEmpty()
                && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
