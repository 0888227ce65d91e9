package org.ketaminecontent.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.http.Rendered;
import org.ketaminecontent.http.Rendering;

/** One document with what was asked to come along. */
public record Answer<D extends Document>(
        D data,
        @Schema(ref = "#/components/schemas/Included") Map<String, List<Document>> included,
        Meta meta,
        AnswerLinks links,
        @JsonIgnore @Schema(hidden = true) Rendering rendering)
        implements Rendered {}
