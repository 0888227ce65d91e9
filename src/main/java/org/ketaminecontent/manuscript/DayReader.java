package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Parses ISO 8601 dates from 1970 to 9999, written as text; the library would also accept numbers and lists. */
final class DayReader extends StdDeserializer<LocalDate> {

    private static final long serialVersionUID = 1;

    private static final Pattern SYNTAX = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int FIRST_YEAR = 1970;

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                && SYNTAX.matcher(parser.getText()).matches()) {
            try {
                var day = LocalDate.parse(parser.getText());
                if (day.getYear() >= FIRST_YEAR) {
                    return day;
                }
            } catch (DateTimeException e) {
                // Reported below: there is no such day.
            }
        }
        return context.reportInputMismatch(this, "no day");
    }
}
