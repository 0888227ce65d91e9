package org.ketaminecontent.studio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Rfc3339;

/** Reads days and times as browsers send them in forms. */
final class FormTimes {

    private FormTimes() {}

    /** Null where nothing is filled in. */
    static @Nullable LocalDate day(SubmittedForm form, String name) {
        var text = form.text(name).strip();
        return text.isEmpty()
                ? null
                : Rfc3339.day(text).orElseThrow(() -> invalid(name, "must be a day such as 2026-01-31"));
    }

    /** A time in UTC; null where nothing is filled in. */
    static @Nullable Instant time(SubmittedForm form, String name) {
        var text = form.text(name).strip();
        return text.isEmpty() ? null : parse(name, text);
    }

    /** The same, which is needed. */
    static Instant requiredTime(SubmittedForm form, String name) {
        return parse(name, form.text(name).strip());
    }

    /** Browsers leave out the seconds where there are none, and the zone always. */
    private static Instant parse(String name, String text) {
        var seconds = text.matches(".*T\\d{2}:\\d{2}") ? text + ":00" : text;
        return Rfc3339.parse(seconds + "Z")
                .orElseThrow(() -> invalid(name, "must be a day and a time such as 2026-01-31T09:00"));
    }

    private static Failure invalid(String name, String reason) {
        return JsonBodyReader.invalid(List.of(JsonBodyReader.detail("/" + name, reason)));
    }
}
