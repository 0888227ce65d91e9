package org.ketaminecontent.sync;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.text.BodyFormat;

/** The query parameters of sync: a scope, or a checkpoint, which contains it. */
public class SyncQuery {

    @QueryParam("types")
    @Separator(",")
    @Parameter(name = "types", description = "Only documents of these collections; all collections by default.")
    public List<String> types = List.of();

    @QueryParam("locale")
    @Parameter(
            description = "BCP 47 tag of the language to synchronize; `en` by default.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "a BCP 47 tag such as en is allowed.",
                            pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
                            maxLength = 35))
    public @Nullable String locale;

    @QueryParam("bodyFormat")
    @Parameter(description = "The format of running text; `html` by default.")
    public @Nullable BodyFormat bodyFormat;

    @QueryParam("limit")
    @Parameter(
            description = "Maximum number of documents. A large page may end earlier.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "100"))
    public @Nullable Integer limit;

    @QueryParam("checkpoint")
    @Parameter(
            description = "The position to continue from: `page.checkpoint.token` of the previous page. It contains"
                    + " the other parameters; send it alone.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 1000))
    public @Nullable String checkpoint;

    /**
     * @param next the checkpoint of the next page; null if there is none yet
     * @param atLeast the content version that is asked for; null if none is
     */
    AnswerLinks links(String base, @Nullable String next, @Nullable String atLeast) {
        var sync = base + "/v1/sync";
        var more = atLeast == null ? "" : "&atLeast=" + atLeast;
        return new AnswerLinks(sync + asked(atLeast), next == null ? null : sync + "?checkpoint=" + next + more);
    }

    private String asked(@Nullable String atLeast) {
        var asked = new ArrayList<String>();
        if (!types.isEmpty()) {
            asked.add(types.stream().sorted().collect(joining(",", "types=", "")));
        }
        add(asked, "locale", locale);
        add(asked, "bodyFormat", bodyFormat == null ? null : bodyFormat.name().toLowerCase(Locale.ROOT));
        add(asked, "limit", limit);
        add(asked, "checkpoint", checkpoint);
        add(asked, QueryParameter.AT_LEAST.name(), atLeast);
        return asked.isEmpty() ? "" : "?" + String.join("&", asked);
    }

    /** Values need no escaping: they were validated, and consist of letters, digits and hyphens. */
    private static void add(List<String> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.add(name + "=" + value);
        }
    }

    boolean asksBesideCheckpoint() {
        return !types.isEmpty() || locale != null || bodyFormat != null || limit != null;
    }
}
