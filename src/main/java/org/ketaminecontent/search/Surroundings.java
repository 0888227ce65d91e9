package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ketaminecontent.content.BodyFormat;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.delivery.MetaMaker;
import org.ketaminecontent.http.Rendering;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.publishing.Live;

/** What stands beside whatever was found, and what the answer depends on: any change can bring another document up. */
@ApplicationScoped
class Surroundings {

    private final Live live;
    private final MetaMaker metaMaker;
    private final CrisisContacts crisisContacts;
    private final RequestFacts facts;

    Surroundings(Live live, MetaMaker metaMaker, CrisisContacts crisisContacts, RequestFacts facts) {
        this.live = live;
        this.metaMaker = metaMaker;
        this.crisisContacts = crisisContacts;
        this.facts = facts;
    }

    /** What stands beside one answer. */
    record Around(Meta meta, Live.Stamp stamp, Set<String> keys) {

        Rendering rendering(String body, Map<String, String> links) {
            return new Rendering(body, keys, stamp.at(), links, Languages.DEFAULT).privately();
        }
    }

    Shape shape(RoutingContext context) {
        return new Shape(BodyFormat.TEXT, facts.base(context), LocalDate.now(Clock.systemUTC()));
    }

    /** @param needsCrisis whether contacts must stand beside the answer */
    Around of(boolean needsCrisis, Shape shape) {
        var contacts = needsCrisis
                ? Optional.of(live.latest(new Live.Surroundings(List.of(crisisContacts.collection()), List.of(), ""))
                        .number())
                : Optional.<Long>empty();
        var stamp = live.latest();
        return new Around(metaMaker.meta(stamp.number(), contacts, shape, Optional.empty()), stamp, keys());
    }

    private static Set<String> keys() {
        var keys = new HashSet<String>();
        Stream.of(Collection.values()).map(Collection::collection).forEach(keys::add);
        return keys;
    }
}
