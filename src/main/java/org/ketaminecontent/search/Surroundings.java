package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketaminecontent.content.BodyFormat;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.delivery.MetaMaker;
import org.ketaminecontent.http.Rendering;
import org.ketaminecontent.http.RequestFacts;

/** What stands beside whatever was found. All of it comes from the index, so that none of it needs the database. */
@ApplicationScoped
class Surroundings {

    private final MetaMaker metaMaker;
    private final RequestFacts facts;

    Surroundings(MetaMaker metaMaker, RequestFacts facts) {
        this.metaMaker = metaMaker;
        this.facts = facts;
    }

    /** What stands beside one answer. */
    record Around(Meta meta, Instant lastModified) {

        Rendering rendering(String body, Map<String, String> links) {
            return new Rendering(body, Set.of(SearchIndex.KEY), lastModified, links, Languages.DEFAULT).privately();
        }
    }

    Shape shape(RoutingContext context) {
        return new Shape(BodyFormat.TEXT, facts.base(context), LocalDate.now(Clock.systemUTC()));
    }

    /** @param needsCrisis whether contacts must stand beside the answer */
    Around of(boolean needsCrisis, Shape shape, IndexState state) {
        var contacts = needsCrisis ? Optional.of(state.contactsNumber()) : Optional.<Long>empty();
        metaMaker.know(state.contactsNumber(), state.contacts());
        var meta = metaMaker.meta(state.stamp().number(), contacts, shape, Optional.empty());
        return new Around(meta, state.stamp().at());
    }
}
