package org.ketaminecontent.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Instants as <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a> writes them. */
public final class Rfc3339 {

    private Rfc3339() {}

    /** The instant; empty where the text is none, or has a year that databases need not know. */
    public static Optional<Instant> parse(String text) {
        try {
            // Java reads years of up to nine digits and either sign; the standard has four digits.
            return text.matches("\\d{4}-.+") ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
