package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.crisis.CrisisResources;
import org.ketaminecontent.http.Problem.Detail;
import org.ketaminecontent.topic.Topics;

/** How much a change may change and still be minor. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MinorChangeSizeTest {

    private static final String BODY = """
            ## In practice {#in-practice}

            Peple who take part are told of it at the beginning, and they are not given anything at most 50 mg of which
            could disturb the next treatment while it lasts. See [the page](https://example.org/a) [@study-2020]. Whoever
            comes to the clinic with a friend is asked to sit down, to drink something, and to tell the staff how the
            jurney went, so that somebody can write it down before the next visit.

            ## Risks {#risks}

            Some peple feel worse meanwhile, and that has to be told to the staff at once.
            """;

    private static ObjectNode content(String body) {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("title", "The time between two treatments");
        content.put("riskSummary", "Some peple feel worse.");
        content.put("body", body);
        content.putArray("keyFacts").addObject().put("statement", "A fact with a mispelling.");
        return content;
    }

    private static List<Detail> tooLarge(ObjectNode from, ObjectNode to) {
        return MinorChange.tooLarge(new Topics(), revision(from), revision(to));
    }

    private static Revision revision(ObjectNode content) {
        var revision = new Revision();
        revision.slug = "a-name";
        revision.content = content.toString();
        return revision;
    }

    private static List<Detail> changed(String from, String to) {
        assertThat(BODY).contains(from);
        return tooLarge(content(BODY), content(BODY.replace(from, to)));
    }

    @ParameterizedTest
    @CsvSource({
        "Peple who,People who",
        "jurney,journey",
        "'is asked to sit','is asked to kindly sit'",
        "something,somethin"
    })
    void a_misspelling_is_minor(String from, String to) {
        assertThat(changed(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peple who take part are told of it | Those in it hear about this, and whoever wants",
                "50 mg                | 500 mg",
                "50 mg                | 50 g",
                "50 mg                | fifty mg",
                "at most 50           | at least 50",
                "are not given        | are given",
                "are not given        | are now given",
                "could disturb        | must disturb",
                "before the next      | after the next",
                "and to tell the staff| and never to tell the staff",
                "## In practice {#in-practice} | In practice",
                "Some peple feel      | Some people feel",
                "## Risks             | ## Joys",
                "jurney               | ~~jurney",
                "jurney               | <b>jurney",
                "https://example.org/a| https://example.org/b",
                "@study-2020          | @study-2021",
                "clinic               | [[clinic"
            })
    void what_carries_the_meaning_is_not(String from, String to) {
        assertThat(changed(from, to)).extracting(Detail::pointer).containsOnly("/content/body");
    }

    @Test
    void a_word_that_moves_is_told() {
        assertThat(changed(
                        "Peple who take part are told of it at the beginning, and they are not given",
                        "Peple who take part are not told of it at the beginning, and they are given"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"riskSummary", "keyFacts", "status", "frequency", "dose", "whenToGetUrgentHelp", "position"})
    void no_field_but_running_text_is(String field) {
        assertThat(tooLarge(content(BODY), content(BODY).put(field, "Some people feel worse.")))
                .extracting(Detail::pointer)
                .containsExactly("/content/" + field);
    }

    @Test
    void nothing_of_a_crisis_resource_is() {
        var from = revision(JsonNodeFactory.instance.objectNode().put("name", "A lien"));
        var to = revision(JsonNodeFactory.instance.objectNode().put("name", "A line"));

        assertThat(MinorChange.tooLarge(new CrisisResources(), from, to)).hasSize(1);
    }

    @Test
    void little_in_each_of_many_sections_is_much() {
        var from = new StringBuilder();
        var to = new StringBuilder();
        for (int i = 'a'; i <= 'z'; i++) {
            var section = "## Part " + (char) i + "\n\nA sentence that stands there to be long, with a wrod in it.\n\n";
            from.append(section);
            to.append(section.replace("wrod", "word"));
        }

        assertThat(tooLarge(content(from.toString()), content(to.toString())))
                .extracting(Detail::pointer)
                .containsExactly("/content");
    }

    @Test
    void a_long_text_that_is_all_new_takes_no_time() {
        var from = content("word ".repeat(100_000));
        var to = content("other ".repeat(100_000));

        assertThat(tooLarge(from, to)).hasSize(1);
    }
}
