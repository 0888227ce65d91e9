package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.content.SearchText.Part;
import org.ketaminecontent.search.MatchSpan.Nearness;

/** Highlights are whole sentences, and nothing is shown without what belongs to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {

    @Test
    void abbreviations_initials_and_numbers_end_no_sentence() {
        assertThat(Sentences.of(
                        "Dr. Smith (vs. placebo, e.g. saline) gave 0.5 mg. It was tolerated.\n- One item\n2. Two",
                        Locale.ENGLISH))
                .containsExactly(
                        "Dr. Smith (vs. placebo, e.g. saline) gave 0.5 mg.", "It was tolerated.", "One item", "Two");
    }

    @Test
    void a_claim_is_shown_with_its_verdict() {
        var body = SearchableBody.of(
                List.of(
                        new Part(null, null, "“It is non-addictive. Always.” Verdict: unsupported.", true),
                        new Part("risks", "Risks", "People misuse it. Few cases are known.", false)),
                Locale.ENGLISH);

        var shown = shown(body, "non-addictive");

        assertThat(shown).isEqualTo("“It is <mark>non-addictive</mark>. Always.” Verdict: unsupported.");
    }

    @Test
    void the_next_sentence_of_the_same_section_comes_along() {
        var body = SearchableBody.of(
                List.of(
                        new Part("a", "A", "Some say that it cures. It does not.", false),
                        new Part("b", "B", "Another section.", false)),
                Locale.ENGLISH);

        assertThat(shown(body, "cures")).isEqualTo("Some say that it <mark>cures</mark>. It does not.");
        assertThat(shown(body, "does not")).isEqualTo("It <mark>does not</mark>.");
    }

    @Test
    void what_is_marked_is_escaped() {
        var body = SearchableBody.of(List.of(new Part(null, null, "<b>p < 0.05</b> & \"more\"", true)), Locale.ENGLISH);

        assertThat(shown(body, "0.05")).isEqualTo("&lt;b&gt;p &lt; <mark>0.05</mark>&lt;/b&gt; &amp; &quot;more&quot;");
    }

    private static String shown(SearchableBody body, String words) {
        int start = body.text().indexOf(words);
        var mark = new MatchSpan(start, start + words.length(), 0, Nearness.TYPED);
        var parts = body.places().stream()
                .map(place -> SearchableBody.Place.of(place).offset())
                .toList();
        return SentenceHighlighter.best(body.text(), List.of(mark), concept -> 1, parts)
                .html();
    }
}
