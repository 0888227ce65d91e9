package org.ketaminecontent.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts searches by whether they found anything, as {@code content.searches}; their words are counted nowhere. All
 * results are there from the start, so that rates are right from the first search on.
 */
@Startup
@ApplicationScoped
public class SearchCounts {

    private final Counter nothing;
    private final Counter weak;
    private final Counter found;

    protected SearchCounts(MeterRegistry registry) {
        nothing = counter("nothing", registry);
        weak = counter("weak", registry);
        found = counter("found", registry);
    }

    private static Counter counter(String result, MeterRegistry registry) {
        return Counter.builder("content.searches")
                .description("Answered searches, by whether they found anything")
                .tag("result", result)
                .register(registry);
    }

    /** The counter of this answer: of searches that found nothing, nothing that fits well, or something. */
    public Counter of(SearchAnswer answer) {
        return answer.data().isEmpty() ? nothing : answer.weak() ? weak : found;
    }
}
