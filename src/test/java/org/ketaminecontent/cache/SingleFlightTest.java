package org.ketaminecontent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.testing.Eventually;

/** One reading for all who ask for the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleFlightTest {

    private final SingleFlight flight = new SingleFlight(0);

    @Test
    void whoever_waits_gets_the_answer_once() {
        var told = new ArrayList<Optional<CachedAnswer>>();
        assertThat(flight.await(told::add)).isTrue();
        assertThat(flight.await(told::add)).isTrue();
        var answer = answer();

        flight.land(Optional.of(answer));
        flight.land(Optional.empty());

        assertThat(told).containsExactly(Optional.of(answer), Optional.of(answer));
    }

    @Test
    void whoever_comes_late_is_told_so() {
        flight.land(Optional.empty());

        assertThat(flight.await(answer -> {})).isFalse();
    }

    @Test
    void it_does_not_hold_on_to_what_it_brought() {
        flight.await(answer -> {});
        var answer = landed();

        Eventually.until("the answer is collected", () -> {
            System.gc();
            return answer.get() == null;
        });
        assertThat(flight.since()).isZero();
    }

    /** In a method of its own: nothing else on the stack refers to the answer then. */
    private WeakReference<CachedAnswer> landed() {
        var answer = answer();
        flight.land(Optional.of(answer));
        return new WeakReference<>(answer);
    }

    private static CachedAnswer answer() {
        return CachedAnswer.of(
                new CacheableAnswer("{}", Set.of(), Instant.EPOCH, Map.of(), "en"),
                HttpConfig.KeyHeader.SURROGATE_KEY,
                null);
    }
}
