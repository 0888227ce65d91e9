package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever an answer shows, a purge by keys that an operator can compute reaches it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SurrogateKeysTest {

    /** {@code printf %s topics/history | sha256sum | cut -c1-8}, as the documentation says. */
    @Test
    void a_key_is_what_sha256sum_says() {
        assertThat(SurrogateKeys.key("topics/history")).isEqualTo("27742b68");
        assertThat(SurrogateKeys.toPurge("topics/history")).containsExactly("27742b68", "53314b9a");
        assertThat(SurrogateKeys.toPurge("topics")).containsExactly("f013aa4b");
    }

    @Test
    void few_documents_have_a_key_each() {
        var names = Stream.concat(Stream.of("topics"), documents("topics", SurrogateKeys.MOST - 1))
                .collect(Collectors.toSet());

        assertThat(SurrogateKeys.of(names))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(SurrogateKeys::key).collect(Collectors.toSet()));
    }

    @Test
    void of_many_those_of_the_largest_collection_are_rolled_up_alone() {
        var names = Stream.of(Stream.of("references"), documents("references", 100), documents("topics", 20))
                .flatMap(each -> each)
                .collect(Collectors.toSet());

        var keys = SurrogateKeys.of(names);

        assertThat(keys)
                .hasSize(22)
                .contains(
                        SurrogateKeys.key("references/*"),
                        SurrogateKeys.key("references"),
                        SurrogateKeys.key("topics/number-7"))
                .doesNotContain(SurrogateKeys.key("topics/*"), SurrogateKeys.key("references/number-7"));
    }

    @Test
    void every_document_of_any_answer_is_covered_and_no_header_is_long() {
        for (int size = 0; size < 400; size += 13) {
            int each = size;
            Set<String> names = Stream.of("topics", "conditions", "side-effects", "faqs", "references", "glossary")
                    .flatMap(collection -> documents(collection, each))
                    .collect(Collectors.toCollection(HashSet::new));

            var keys = SurrogateKeys.of(names);

            assertThat(keys).hasSizeLessThanOrEqualTo(SurrogateKeys.MOST);
            assertThat(names)
                    .allMatch(name -> SurrogateKeys.toPurge(name).stream().anyMatch(keys::contains));
        }
    }

    private static Stream<String> documents(String collection, int number) {
        return IntStream.range(0, number).mapToObj(i -> collection + "/number-" + i);
    }
}
