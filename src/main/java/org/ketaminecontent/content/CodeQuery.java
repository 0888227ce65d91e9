package org.ketaminecontent.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A clinical code in a request, normalized to the spelling used in documents. */
public record CodeQuery(CodeSystem system, String code) {

    private static final Pattern ICD_WITHOUT_DOT = Pattern.compile("([A-Z]\\d[\\dA-Z])([\\dA-Z]{1,4})");

    /** Normalizes a code: upper case without spaces; in ICD-10-CM with the dot, which records and forms often omit. */
    public static CodeQuery of(CodeSystem system, String code) {
        var plain = code.replaceAll("\\s|\\.+\\s*$", "").toUpperCase(Locale.ROOT);
        var spelt = ICD_WITHOUT_DOT.matcher(plain);
        boolean isUndotted = system == CodeSystem.ICD_10_CM && spelt.matches();
        return new CodeQuery(system, isUndotted ? spelt.group(1) + "." + spelt.group(2) : plain);
    }

    /**
     * Parses {@code system|code}, such as {@code icd-10-cm|F33.2}; empty if the system is unknown.
     *
     * @see CodeSystem#named
     */
    public static Optional<CodeQuery> read(String full) {
        int bar = full.lastIndexOf('|');
        return CodeSystem.named(full.substring(0, Math.max(0, bar))).map(system -> of(system, full.substring(bar + 1)));
    }

    /** The full form, such as {@code icd-10-cm|F33.2}. */
    public String full() {
        return system.shortName() + "|" + code;
    }
}
