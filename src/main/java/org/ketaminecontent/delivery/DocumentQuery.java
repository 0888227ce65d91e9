package org.ketaminecontent.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.BodyFormat;

/** The query parameters of documents. The description adds the values of {@code include} and {@code fields}. */
public class DocumentQuery {

    @QueryParam("include")
    @Separator(",")
    @Parameter(name = "include", description = "Related documents to add to `included`, each once.")
    public List<String> include = List.of();

    @QueryParam("fields")
    @Separator(",")
    @Parameter(
            name = "fields",
            description = "The only fields of `data` to send, in addition to `id`, `type`, `slug`, `locale`, `version`,"
                    + " `publishedAt`, `updatedAt`, `review`, `provenance` and `links`. Text that may state"
                    + " a benefit includes `riskSummary`.")
    public List<String> fields = List.of();

    @QueryParam("bodyFormat")
    @Parameter(description = "The format of running text; `html` by default.")
    public @Nullable BodyFormat bodyFormat;

    @QueryParam("locale")
    @Parameter(
            description = "BCP 47 tag of the language; takes precedence over `Accept-Language`. 404 if the content does"
                    + " not exist in it.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "a BCP 47 tag such as en is allowed.",
                            pattern = DocumentQuery.LOCALE,
                            maxLength = 35))
    public @Nullable String locale;

    @QueryParam("fallback")
    @Parameter(description = "Use the default language if the requested one does not exist.")
    public @Nullable FallbackMode fallback;

    static final String LOCALE = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

    /** Tells whether only the short fields are sent. */
    boolean isSummary() {
        return false;
    }

    /** The behavior if the requested language does not exist. */
    public enum FallbackMode {
        @JsonProperty("default")
        DEFAULT
    }
}
