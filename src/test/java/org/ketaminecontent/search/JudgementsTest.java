package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** Readers find what they look for near the top, measured over what they may write. */
@ApiTest
class JudgementsTest {

    private static final Logger LOG = Logger.getLogger(JudgementsTest.class);
    private static final int TOP = 3;

    private static final double MOST_STRANGERS = 0.9;

    private record Judgement(String q, List<String> expect) {}

    /** Queries that were written without sight of the code, and on which nothing is tuned. */
    private record Unseen(List<Judgement> judged, List<String> strangers) {}

    @Test
    void who_looks_for_something_else_is_told_that_it_is_not_here() throws IOException {
        List<String> strangers;
        try (var file = JudgementsTest.class.getResourceAsStream("/search/strangers.yaml")) {
            strangers = new YAMLMapper().readValue(file, new TypeReference<>() {});
        }

        var misled = strangers.stream()
                .filter(each -> !saysThatItIsNotHere(
                        Api.read("/v1/search?q=" + URLEncoder.encode(each, StandardCharsets.UTF_8))))
                .toList();

        assertThat(strangers).hasSizeGreaterThanOrEqualTo(30);
        assertThat(misled).hasSizeLessThanOrEqualTo((int) ((1 - MOST_STRANGERS) * strangers.size()));
    }

    private static boolean saysThatItIsNotHere(JsonNode answer) {
        return (answer.path("data").isEmpty() || answer.path("weak").asBoolean())
                && !answer.at("/tried/advice").asText().isEmpty()
                && !answer.at("/tried/places").isEmpty();
    }

    @Test
    void what_is_looked_for_is_among_the_first_three() throws IOException {
        List<Judgement> judgements = read("judgements.yaml", new TypeReference<>() {});
        assertThat(judgements).hasSizeGreaterThanOrEqualTo(80);
        assertRanks("tuned on", judgements, 0.85, 0.95);
    }

    @Test
    void queries_kept_apart_find_what_they_look_for_and_strangers_are_told_so() throws IOException {
        Unseen unseen = read("unseen.yaml", new TypeReference<>() {});
        var taken = unseen.strangers().stream()
                .filter(query -> {
                    var answer = search(query);
                    return !answer.path("data").isEmpty()
                            && !answer.path("weak").asBoolean();
                })
                .toList();
        LOG.infof(
                "%d strangers, of which found something: %s", unseen.strangers().size(), taken);
        assertRanks("kept apart", unseen.judged(), 0.85, 0.93);
        assertThat(taken).hasSizeLessThanOrEqualTo(unseen.strangers().size() / 5);
    }

    private static <T> T read(String name, TypeReference<T> type) throws IOException {
        try (var file = JudgementsTest.class.getResourceAsStream("/search/" + name)) {
            return new YAMLMapper().readValue(file, type);
        }
    }

    private static void assertRanks(
            String which, List<Judgement> judgements, double leastReciprocal, double leastSuccess) {
        double reciprocals = 0;
        var missed = new ArrayList<String>();
        for (var judgement : judgements) {
            int rank = rank(judgement);
            reciprocals += rank == 0 ? 0 : 1.0 / rank;
            if (rank < 1 || rank > TOP) {
                missed.add(judgement.q());
            }
        }
        double meanReciprocalRank = reciprocals / judgements.size();
        double successAtThree = 1 - (double) missed.size() / judgements.size();
        LOG.infof(
                "%d queries %s: mean reciprocal rank %.3f, success@3 %.3f, missed %s",
                judgements.size(), which, meanReciprocalRank, successAtThree, missed);
        assertThat(meanReciprocalRank).isGreaterThanOrEqualTo(leastReciprocal);
        assertThat(successAtThree).as("missed %s", missed).isGreaterThanOrEqualTo(leastSuccess);
    }

    private static JsonNode search(String query) {
        return Api.read("/v1/search?limit=10&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** Of the first document that is expected, from 1; 0 where none is among the first ten. */
    private static int rank(Judgement judgement) {
        var hits = search(judgement.q()).path("data");
        var names = Json.children(hits)
                .map(hit -> hit.path("type").asText() + "/" + hit.path("slug").asText())
                .toList();
        return names.stream()
                .filter(judgement.expect()::contains)
                .findFirst()
                .map(name -> names.indexOf(name) + 1)
                .orElse(0);
    }
}
