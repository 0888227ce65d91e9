package org.ketaminecontent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.HttpConfigs;

/** What is kept, what is dropped, and what nobody can crowd out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseCacheTest {

    private static final long BYTES = 2_000_000;
    private static final String HOME = "http://localhost:8080";
    private static final CanonicalRequest TOPIC = plain("/v1/topics/history");
    private static final CanonicalRequest TERM = plain("/v1/glossary/mania");

    private final ResponseCache cache =
            new ResponseCache(HttpConfigs.with(Map.of("cache.size", String.valueOf(BYTES))));

    @Test
    void what_is_stored_is_found() {
        var answer = answer("topics/history");

        assertThat(cache.store(TOPIC, answer, cache.now())).isTrue();

        assertThat(cache.find(TOPIC)).contains(answer);
    }

    @Test
    void a_change_drops_what_shows_it_and_nothing_else() {
        cache.store(TOPIC, answer("topics/history", "conditions/ptsd"), cache.now());
        cache.store(TERM, answer("glossary/mania"), cache.now());

        cache.drop(Set.of("conditions/ptsd"));

        assertThat(cache.find(TOPIC)).isEmpty();
        assertThat(cache.find(TERM)).isPresent();
    }

    @Test
    void what_was_read_before_a_change_is_not_stored_after_it() {
        long before = cache.now();
        cache.drop(Set.of("topics/history"));

        assertThat(cache.store(TOPIC, answer("topics/history"), before)).isFalse();

        assertThat(cache.find(TOPIC)).isEmpty();
    }

    @Test
    void what_a_change_does_not_touch_is_stored_though_it_was_read_before() {
        long before = cache.now();
        cache.drop(Set.of("topics/history"));

        assertThat(cache.store(TERM, answer("glossary/mania"), before)).isTrue();
    }

    @Test
    void nobody_joins_a_reading_that_began_before_a_change() {
        var before = cache.join(TOPIC);

        cache.drop(Set.of("topics/history"));

        assertThat(cache.join(TOPIC)).isNotSameAs(before);
    }

    @Test
    void one_leads_and_the_others_wait() {
        var flight = cache.join(TOPIC);

        assertThat(cache.join(TOPIC)).isSameAs(flight);
        assertThat(flight.lead()).isTrue();
        assertThat(flight.lead()).isFalse();
    }

    @Test
    void a_million_different_questions_take_no_more_than_their_share_and_crowd_nothing_out() {
        cache.store(TOPIC, answer("topics/history"), cache.now());
        var junk = answer("topics");

        for (int i = 0; i < 1_000_000; i++) {
            cache.store(
                    new CanonicalRequest("/v1/topics", "cursor\0=" + i, "application/json", HOME, true),
                    junk,
                    cache.now());
        }

        assertThat(cache.bytes()).isLessThanOrEqualTo(BYTES);
        assertThat(cache.find(TOPIC)).isPresent();
    }

    @Test
    void many_addresses_of_nothing_and_many_names_of_the_server_crowd_nothing_out() {
        cache.store(TOPIC, answer("topics/history"), cache.now());
        var nothing = CachedAnswer.of(404, Map.of(), "{}", Set.of("topics"), "0".repeat(32), null);

        for (int i = 0; i < 10_000; i++) {
            cache.store(plain("/v1/topics/" + i), nothing, cache.now());
            cache.store(
                    new CanonicalRequest(TOPIC.path(), "", "application/json", "http://host" + i, false),
                    answer("topics/history"),
                    cache.now());
        }

        assertThat(cache.bytes()).isLessThanOrEqualTo(BYTES);
        assertThat(cache.find(TOPIC)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics;a=1", "/v1/topics/%7Ehistory", "/v1/topics/HISTORY", "/v1/topics/a_b"})
    void an_address_that_can_be_written_in_many_ways_has_no_place_among_the_documents(String path) {
        assertThat(plain(path).isPlain()).isFalse();
        assertThat(TOPIC.isPlain()).isTrue();
    }

    private static CanonicalRequest plain(String path) {
        return new CanonicalRequest(path, "", "application/json", HOME, true);
    }

    private static CachedAnswer answer(String... keys) {
        return CachedAnswer.of(
                new CacheableAnswer("{}", Set.of(keys), Instant.EPOCH, Map.of(), "en"),
                HttpConfig.KeyHeader.SURROGATE_KEY,
                null);
    }

    /** Whoever asks holds no lock that whoever drops waits for. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void asking_and_dropping_at_once_never_wait_for_each_other() throws Exception {
        var hands = Executors.newFixedThreadPool(3);
        try {
            var askers = IntStream.range(0, 2)
                    .mapToObj(hand -> hands.submit(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            var asked = plain("/v1/topics/" + i % 8);
                            cache.land(asked, cache.join(asked), Optional.empty());
                        }
                    }))
                    .toList();
            var dropper = hands.submit(() -> {
                while (!askers.stream().allMatch(Future::isDone)) {
                    cache.drop(Set.of("topics"));
                }
            });
            for (var each : askers) {
                each.get();
            }
            dropper.get();
        } finally {
            hands.shutdownNow();
        }
        assertThat(cache.now()).isPositive();
    }
}
