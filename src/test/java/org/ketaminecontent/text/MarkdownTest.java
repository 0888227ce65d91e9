package org.ketaminecontent.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.content.DeliveryContext;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkdownTest {

    private static final Map<String, String> LABELS = Map.of("doe-2020", "Doe et al. 2020");

    @Test
    void a_citation_leads_to_its_reference_under_its_label() {
        var html = render("Seen in 20 people [@doe-2020].", BodyFormat.HTML);

        assertThat(html)
                .isEqualTo("<p>Seen in 20 people (<a href=\"http://x/v1/references/doe-2020\" data-type=\"references\""
                        + " data-slug=\"doe-2020\">Doe et al. 2020</a>).</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://shop.example)",
                "[a](<https://shop.example> 'A title')",
                "[a\\]](https://shop.example)",
                "[a][b]\n\n[b]: https://shop.example",
                "[b][]\n\n[b]:\n<https://shop.example>",
                "[b]\n\n> [b]: https://shop.example",
                "<https://shop.example>",
                "![[a](https://shop.example)](https://image.example)",
                "| a |\n|---|\n| [a](https://shop.example) |"
            })
    void an_address_is_found_however_it_is_linked(String text) {
        assertThat(Markdown.addresses("Words.\n\n" + text))
                .extracting(Markdown.WebLink::address)
                .contains("https://shop.example");
    }

    @Test
    void a_heading_may_be_marked_as_editorial_and_does_not_show_it() {
        var parts = Markdown.parts("## What to do {#what-to-do .editorial}\n\nRest.\n\n## Why {#why}\n\nSo.");

        assertThat(parts).extracting(Markdown.Part::isEditorial).containsExactly(true, false);
        assertThat(parts).extracting(Markdown.Part::heading).containsExactly("What to do", "Why");
        assertThat(parts).extracting(Markdown.Part::anchor).containsExactly("what-to-do", "why");
    }

    @Test
    void a_link_leads_to_its_document() {
        var html = render("See [[glossary/off-label|off label]].", BodyFormat.HTML);

        assertThat(html)
                .contains(
                        "<a href=\"http://x/v1/glossary/off-label\" data-type=\"glossary\" data-slug=\"off-label\">off label</a>");
    }

    @Test
    void a_link_in_a_table_has_an_escaped_bar() {
        var html = render("| a | b |\n|---|---|\n| [[glossary/trd\\|TRD]] | c |", BodyFormat.HTML);

        assertThat(html).contains("data-slug=\"trd\">TRD</a></td>");
    }

    @Test
    void as_text_only_words_remain() {
        var text = render("It *fades* [@doe-2020]. See [[glossary/off-label|off label]].", BodyFormat.TEXT);

        assertThat(text).isEqualTo("It fades (Doe et al. 2020). See off label.");
    }

    @Test
    void as_markdown_links_are_common_mark() {
        var markdown = render("See [[glossary/off-label|off label]].", BodyFormat.MARKDOWN);

        assertThat(markdown).isEqualTo("See [off label](http://x/v1/glossary/off-label).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[here](javascript:alert(1))",
                "[here](JaVaScRiPt:alert(1))",
                "[here](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](javascript:alert(1))",
                "<style>body{display:none}</style>",
                "</template><script>alert(1)</script>",
                "[[glossary/x|<script>alert(1)</script>]]",
                "[[glossary/x|](javascript:alert(1))]]"
            })
    void hostile_markdown_comes_out_as_text(String hostile) {
        var html = render(hostile, BodyFormat.HTML);

        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain("<template")
                .doesNotContainPattern("<img[^>]+onerror")
                .doesNotContainPattern("(href|src)=\"\\s*(javascript|data):");
    }

    @Test
    void parts_are_divided_by_second_level_headings() {
        var parts = Markdown.parts("## One {#one}\n\nFirst.\n\n### Deeper\n\nMore.\n\n## Two {#two}\nSecond.");

        assertThat(parts).extracting(Markdown.Part::anchor).containsExactly("one", "two");
        assertThat(parts.get(0).text()).isEqualTo("First.\n\n### Deeper\n\nMore.");
        assertThat(parts.get(1).line()).isEqualTo(9);
    }

    @Test
    void a_text_without_headings_is_one_part() {
        assertThat(Markdown.parts("Only this.")).singleElement().satisfies(part -> {
            assertThat(part.heading()).isNull();
            assertThat(part.text()).isEqualTo("Only this.");
        });
    }

    private static String render(String text, BodyFormat format) {
        return MarkdownRenderer.render(text, new DeliveryContext(format, "http://x", LocalDate.EPOCH), LABELS);
    }
}
