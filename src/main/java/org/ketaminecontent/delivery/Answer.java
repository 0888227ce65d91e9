package org.ketaminecontent.delivery;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.content.Document;

/** One document with its included documents. It describes the output of {@link AnswerWriter}. */
public record Answer<D extends Document>(
        D data,
        @Schema(ref = "#/components/schemas/Included") Map<String, List<Document>> included,
        Meta meta,
        AnswerLinks links) {}
