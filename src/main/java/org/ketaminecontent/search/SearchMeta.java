package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.delivery.AnswerMeta;
import org.ketaminecontent.delivery.DeliveryContexts;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.text.BodyFormat;

/** Builds the {@code meta} object of search answers. All of it comes from the index, so that no database is needed. */
@ApplicationScoped
class SearchMeta {

    private final AnswerMeta metaMaker;
    private final DeliveryContexts contexts;

    SearchMeta(AnswerMeta metaMaker, DeliveryContexts contexts) {
        this.metaMaker = metaMaker;
        this.contexts = contexts;
    }

    /** The object with its date. */
    record Around(Meta meta, Instant lastModified) {

        CacheableAnswer rendering(String body, Map<String, String> links) {
            return new CacheableAnswer(body, Set.of(SearchIndex.KEY), lastModified, links, Languages.DEFAULT)
                    .privately();
        }
    }

    DeliveryContext deliveryContext(RoutingContext context) {
        return contexts.of(BodyFormat.TEXT, context);
    }

    /** @param needsCrisis whether crisis contacts must be shown with the answer */
    Around of(boolean needsCrisis, DeliveryContext deliveryContext, IndexState state) {
        var contacts = needsCrisis ? Optional.of(state.contactsNumber()) : Optional.<Long>empty();
        metaMaker.know(state.contactsNumber(), state.contacts());
        var meta = metaMaker.meta(state.stamp().number(), contacts, deliveryContext, Optional.empty());
        return new Around(meta, state.stamp().at());
    }
}
