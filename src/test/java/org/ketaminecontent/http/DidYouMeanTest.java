package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DidYouMeanTest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    @Test
    void the_nearest_name_is_suggested() {
        var names = List.of("title", "summary", "theme", "what-ketamine-is", "what-ketamine-is-not");

        assertThat(DidYouMean.to("tittle", names)).contains("title");
        assertThat(DidYouMean.to("what-ketamine-iz", names)).contains("what-ketamine-is");
        assertThat(DidYouMean.to("what-ketamine-is-nt", names)).contains("what-ketamine-is-not");
        assertThat(DidYouMean.to("the", names)).contains("theme");
    }

    @Test
    void a_name_with_other_letters_in_more_than_half_is_not_suggested() {
        assertThat(DidYouMean.to("xyz", List.of("title", "zyx"))).isEmpty();
        assertThat(DidYouMean.to("a".repeat(101), List.of("a".repeat(101)))).isEmpty();
        assertThat(DidYouMean.to("title", List.of())).isEmpty();
    }

    @Test
    void it_is_the_first_of_those_with_the_smallest_distance() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var given = word(random);
            var names = IntStream.range(0, 30).mapToObj(n -> word(random)).toList();

            assertThat(DidYouMean.to(given, names)).as("%s in %s", given, names).isEqualTo(expected(given, names));
        }
    }

    private static Optional<String> expected(String given, List<String> names) {
        return names.stream()
                .filter(name -> DISTANCE.apply(given, name) <= Math.max(given.length(), name.length()) / 2)
                .min(Comparator.comparingInt(name -> DISTANCE.apply(given, name)));
    }

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(9), 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
