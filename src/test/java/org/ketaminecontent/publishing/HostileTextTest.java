package org.ketaminecontent.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.content.CrisisConcern;
import org.ketaminecontent.glossary.GlossaryTermContent;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.AuthoredTree;
import org.ketaminecontent.manuscript.BannedPhrases;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Proofreader;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.manuscript.TimeBudget;
import org.ketaminecontent.text.AuthoredYaml;
import org.ketaminecontent.text.Balance;
import org.ketaminecontent.text.Markdown;
import org.ketaminecontent.text.MarkdownRenderer;
import org.ketaminecontent.text.Prose;
import org.ketaminecontent.text.Slug;

/**
 * Texts that make careless expressions go back and forth. The time limit is a guard against hanging, not a measure: what
 * is linear takes milliseconds, what is not takes minutes or ends in a stack overflow.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final int LONG = 125_000;

    static Stream<String> parts() {
        return Stream.of(
                "[@",
                "[[",
                "[",
                "](",
                "[](",
                "![",
                "<a",
                "<",
                "</",
                "<!--",
                "<?",
                "<![CDATA[",
                "a.",
                ".",
                ".\"",
                "\"",
                "'",
                "(",
                ")",
                "*",
                "**a ",
                "_",
                "`",
                "``a`",
                "> ",
                ">",
                "- ",
                "1. ",
                "#",
                "## ",
                "## a {#a-",
                "{#",
                " {#a",
                "a-",
                "-a",
                "a|",
                "|",
                "|-",
                "&",
                "&#",
                "\\",
                "~",
                "[a](<b",
                "[[a|",
                "[@a;",
                ";",
                "a, B ",
                "vs.",
                "n't",
                "not ",
                "improv",
                "improve ",
                "e\u0301",
                "a\u0301\u0323",
                ": ",
                "a: ",
                "&a ",
                "*a ",
                "!a ",
                "{",
                "{a: ",
                "- - ",
                "? ",
                "1:",
                "0_",
                "\t",
                " ",
                "\n",
                "a\n",
                "---\n",
                "%",
                "@",
                "\"\\",
                "| ",
                ">\n");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_reads_text_goes_through_it_once(String part) {
        var text = part.repeat(LONG / part.length());

        assertThat(Markdown.citations(text).count()).isNotNegative();
        assertThat(Markdown.links(text).count()).isNotNegative();
        assertThat(Markdown.unclosed(text).count()).isNotNegative();
        Markdown.parts(text);
        Markdown.parts("## " + text);
        MarkdownRenderer.words(text);
        Prose.words(text);
        Prose.sentences(text);
        Prose.grade(List.of(text));
        Balance.statesBenefit(text);
        Balance.namesLimit(text);
        CrisisConcern.in(text);
        Slug.isValid(text);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void yaml_is_read_or_refused(String part) {
        for (var text : new String[] {part.repeat(LONG / part.length()), "a: " + part.repeat(LONG / part.length())}) {
            try {
                AuthoredYaml.read(text, 1);
            } catch (AuthoredYaml.Unreadable e) {
                assertThat(e.reason()).hasSizeLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_document_of_them_is_checked_and_few_findings_are_told(String part) throws Exception {
        var body = part.repeat(AuthoredTree.LONGEST_BODY / part.length());

        var findings = check(body);

        assertThat(Finding.told(findings)).hasSizeLessThanOrEqualTo(Finding.MOST_TOLD);
        assertThat(findings).allSatisfy(each -> assertThat(each.message()).hasSizeLessThan(600));
    }

    @Test
    void a_document_that_was_kept_before_there_were_bounds_is_not_parsed() {
        var content = new ObjectMapper()
                .convertValue(
                        Map.of(
                                "term",
                                "Word",
                                "confirmation",
                                "confirmed",
                                "drafting",
                                "person",
                                "body",
                                "[a](<b".repeat(150_000)),
                        GlossaryTermContent.class);

        assertThat(new Proofreader(Rulebook.EMPTY, Clock.systemUTC())
                        .read(List.of(new Manuscript("glossary", "a", content)), Set.of()))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("20000 characters or fewer"));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void what_is_nested_too_deeply_is_said(String body) throws Exception {
        assertThat(check(body))
                .extracting(Finding::message)
                .contains("quotes, lists or emphasis are nested too deeply");
    }

    static Stream<String> nested() {
        return Stream.of(
                ">".repeat(19_000) + " a",
                "> ".repeat(9_000) + "a",
                "- ".repeat(9_000) + "a",
                "*a **b ".repeat(1_000) + "c** d* ".repeat(1_000));
    }

    @Test
    void a_citation_that_does_not_end_is_said() throws Exception {
        assertThat(check("A text with [@first-source and [[a link."))
                .extracting(Finding::message)
                .contains(
                        "'[@' begins a citation or link that does not end",
                        "'[[' begins a citation or link that does not end");
    }

    @Test
    void a_link_is_found_however_it_is_written() throws Exception {
        for (var link : new String[] {
            "[a](https://shop.example)",
            "[a]( <https://shop.example> )",
            "[a](\nhttps://shop.example)",
            "[a][b]\n\n[b]: https://shop.example"
        }) {
            assertThat(check("A text with " + link))
                    .extracting(Finding::message)
                    .anyMatch(each -> each.startsWith("the address https://shop.example"));
        }
    }

    @Test
    void a_pattern_that_goes_back_and_forth_is_ended() {
        var phrase = new BannedPhrases.Phrase("slow", "It is slow.", List.of("(?:a+)+b", "(?:a|aa)+$"), null);

        assertThat(new BannedPhrases(List.of(phrase)).in("a".repeat(900) + "!")).contains(phrase);
    }

    @Test
    void a_check_ends_when_its_time_is_over() throws Exception {
        var manuscript = new Manuscript("glossary", "a", content("A text."));

        assertThat(new Proofreader(Rulebook.EMPTY, Clock.systemUTC())
                        .read(
                                List.of(manuscript),
                                List.of(),
                                Set.of(),
                                TimeBudget.of(java.time.Duration.ZERO.minusSeconds(1))))
                .extracting(Finding::message)
                .containsExactly("takes too long to check: shorten it, or simplify its structure");
    }

    private static List<Finding> check(String body) throws Exception {
        return new Proofreader(Rulebook.EMPTY, Clock.systemUTC())
                .read(List.of(new Manuscript("glossary", "a", content(body))), Set.of());
    }

    private static GlossaryTermContent content(String body) throws Exception {
        return AuthoredJson.read(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("term", "Word")
                        .put("drafting", "person")
                        .put("confirmation", "confirmed")
                        .put("body", body),
                GlossaryTermContent.class);
    }
}
