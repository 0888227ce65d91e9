package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
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

    private record Judgement(String q, List<String> expect) {}

    @Test
    void what_is_looked_for_is_among_the_first_three() throws IOException {
        List<Judgement> judgements;
        try (var file = JudgementsTest.class.getResourceAsStream("/search/judgements.yaml")) {
            judgements = new YAMLMapper().readValue(file, new TypeReference<>() {});
        }
        double reciprocals = 0;
        int successes = 0;
        var missed = new ArrayList<String>();
        for (var judgement : judgements) {
            int rank = rank(judgement);
            reciprocals += rank == 0 ? 0 : 1.0 / rank;
            if (rank >= 1 && rank <= TOP) {
                successes++;
            } else {
                missed.add(judgement.q());
            }
        }
        double meanReciprocalRank = reciprocals / judgements.size();
        double successAtThree = (double) successes / judgements.size();
        LOG.infof(
                "%d queries: mean reciprocal rank %.3f, success@3 %.3f, missed %s",
                judgements.size(), meanReciprocalRank, successAtThree, missed);
        assertThat(judgements).hasSizeGreaterThanOrEqualTo(80);
        assertThat(meanReciprocalRank).isGreaterThanOrEqualTo(0.85);
        assertThat(successAtThree).as("missed %s", missed).isGreaterThanOrEqualTo(0.95);
    }

    /** Of the first document that is expected, from 1; 0 where none is among the first ten. */
    private static int rank(Judgement judgement) {
        var hits = Api.read("/v1/search?limit=10&q=" + URLEncoder.encode(judgement.q(), StandardCharsets.UTF_8))
                .path("data");
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
