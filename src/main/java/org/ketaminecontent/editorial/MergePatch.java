package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import java.io.StringReader;
import org.ketaminecontent.manuscript.AuthoredJson;

/** Changes to parts of a JSON object (RFC 7396). */
final class MergePatch {

    static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    static JsonNode apply(JsonNode patch, JsonNode present) {
        try (var one = Json.createReader(new StringReader(present.toString()));
                var other = Json.createReader(new StringReader(patch.toString()))) {
            var merged = Json.createMergePatch(other.readObject()).apply(one.readObject());
            return AuthoredJson.parse(merged.toString());
        }
    }
}
