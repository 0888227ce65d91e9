package org.ketaminecontent.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Instants and dates of <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a> in the years 1970 to 9999. Java
 * also accepts other years, the hour 24 and the second 60; Jackson accepts numbers and lists.
 */
public final class Rfc3339 {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt](?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d"
                    + "(?:\\.\\d{1,9})?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final DateTimeFormatter WHOLE_SECONDS =
            new DateTimeFormatterBuilder().appendInstant(0).toFormatter(Locale.ROOT);

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Rfc3339() {}

    /**
     * The text of an instant in answers: in UTC and whole seconds, rounded down. Java writes no fraction where it is
     * zero, and generated clients for Apple's platforms refuse any.
     */
    public static String text(Instant instant) {
        return WHOLE_SECONDS.format(instant);
    }

    /** Parses an instant; empty if the text is invalid, or outside of the years 1970 to 9999 in UTC. */
    public static Optional<Instant> parse(String text) {
        return read(text, INSTANT, each -> OffsetDateTime.parse(each).toInstant())
                .filter(instant -> isKnown(instant.atOffset(ZoneOffset.UTC).getYear()));
    }

    /** Parses a date; empty if there is no such day in the years 1970 to 9999. */
    public static Optional<LocalDate> day(String text) {
        return read(text, DAY, LocalDate::parse).filter(day -> isKnown(day.getYear()));
    }

    private static boolean isKnown(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static <T> Optional<T> read(String text, Pattern syntax, Function<String, T> parse) {
        try {
            return syntax.matcher(text).matches() ? Optional.of(parse.apply(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A module that parses both in JSON, only from text. */
    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(Instant.class, new Reader<>(Instant.class, Rfc3339::parse))
                .addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, Rfc3339::day));
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, Optional<T>> parse;

        Reader(Class<T> type, Function<String, Optional<T>> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var read = parser.hasToken(JsonToken.VALUE_STRING) ? parse.apply(parser.getText()) : Optional.<T>empty();
            return read.isPresent() ? read.get() : context.reportInputMismatch(this, "not as RFC 3339 has it");
        }
    }
}
