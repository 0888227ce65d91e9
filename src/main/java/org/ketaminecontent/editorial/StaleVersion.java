package org.ketaminecontent.editorial;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.VersionTags;

/** A request that was meant for another version than the present one. */
class StaleVersion extends Failure {

    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    StaleVersion(Work work, List<String> changedFields) {
        super(
                ErrorCode.STALE_VERSION,
                "The document was changed by " + work.updatedByName + " on " + MINUTE.format(work.updatedAt) + ".",
                List.of(),
                Map.of(
                        "changedBy",
                        work.updatedByName,
                        "changedAt",
                        work.updatedAt,
                        "changedFields",
                        changedFields,
                        "state",
                        work.state.text(),
                        "currentETag",
                        VersionTags.of(work.tag)));
    }
}
