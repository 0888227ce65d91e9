package org.ketaminecontent.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/**
 * Has the application's JSON mapper write instants in whole seconds. Nothing may be ordered or compared by what it
 * writes: change numbers and entity tags decide.
 */
@Singleton
class InstantsInAnswers implements ObjectMapperCustomizer {

    /** Last, because later modules take precedence, and Quarkus registers one for instants. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("instants in answers").addSerializer(new WholeSeconds()));
    }

    private static final class WholeSeconds extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1;

        WholeSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Rfc3339.text(instant));
        }
    }
}
