package org.ketaminecontent.editorial;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.http.RequestFacts;

/** Answers requests that take a step with the document as it is afterwards. */
@ApplicationScoped
class StepAnswers {

    private final WorkReader documents;
    private final ContentTypeLookup contentTypes;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestFacts facts;

    StepAnswers(
            WorkReader documents, ContentTypeLookup contentTypes, IdempotencyKeys idempotencyKeys, RequestFacts facts) {
        this.documents = documents;
        this.contentTypes = contentTypes;
        this.idempotencyKeys = idempotencyKeys;
        this.facts = facts;
    }

    /** A step of an actor with a version of a document. */
    interface Action {
        Work take(Actor actor, StepTarget target);
    }

    RestResponse<EditorialDocument> answer(String collection, String name, RoutingContext context, Action action) {
        return idempotencyKeys.answer(context, () -> {
            var target = StepTarget.of(
                    contentTypes.of(collection).collection(),
                    name,
                    context.request().getHeader(HttpHeaders.IF_MATCH));
            var work = action.take(Authorization.actor(context), target);
            var document = documents.shown(work, facts.base(context));
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.OK, Map.of("ETag", document.etag()), document);
        });
    }
}
