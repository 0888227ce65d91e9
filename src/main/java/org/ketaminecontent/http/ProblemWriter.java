package org.ketaminecontent.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes problems (RFC 9457). */
@ApplicationScoped
class ProblemWriter {

    private final RequestFacts facts;
    private final ObjectMapper mapper;

    ProblemWriter(RequestFacts facts, ObjectMapper mapper) {
        this.facts = facts;
        this.mapper = mapper;
    }

    Problem problem(Failure failure, RoutingContext context) {
        AnswerLog.note(context, failure.code());
        return Problem.of(failure, facts.base(context), context.request().path(), facts.traceId(context));
    }

    String write(Failure failure, RoutingContext context) {
        return write(problem(failure, context));
    }

    String write(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written as JSON", e);
        }
    }
}
