package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ketaminecontent.faq.FaqContent;
import org.ketaminecontent.faq.Verdict;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.text.Markdown;
import org.ketaminecontent.text.Sections;

/** docs/claims.md: every claim that the content set out to answer leads to the section that answers it. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {

    private static final int CLAIMS = 57;

    /** Number, claim, verdict, and where it is answered. */
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (.+?) \\| ([a-z ]+) \\| (.+) \\|");

    private static final Pattern ANSWER = Pattern.compile("`([a-z-]+/[a-z0-9-]+)#([a-z0-9-]+)`");

    private record Row(int number, String verdict, List<String> documents, List<String> sections) {}

    @Inject
    PackSource importer;

    private List<Manuscript> manuscripts;

    @BeforeAll
    void read_it_once() {
        manuscripts = importer.read().manuscripts();
    }

    @Test
    void every_claim_stands_in_the_list_once() throws IOException {
        assertThat(rows())
                .extracting(Row::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CLAIMS).boxed().toList());
    }

    @Test
    void every_answer_leads_to_a_section() throws IOException {
        var known = sections();

        assertThat(rows())
                .allSatisfy(row -> assertThat(row.sections()).isNotEmpty().isSubsetOf(known));
    }

    @Test
    void wrong_and_unsupported_claims_are_corrected_by_name() throws IOException {
        var correcting = new HashSet<String>();
        for (var manuscript : manuscripts) {
            if (manuscript.content() instanceof FaqContent faq
                    && faq.corrects().stream().anyMatch(each -> each.verdict() != Verdict.NEEDS_NUANCE)) {
                correcting.add(manuscript.key());
            }
        }

        assertThat(rows().stream().filter(row -> row.verdict().matches("wrong|unsupported")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.documents()).containsAnyElementsOf(correcting));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/claims.md")).stream()
                .map(ROW::matcher)
                .filter(match -> match.matches())
                .map(match -> new Row(
                        Integer.parseInt(match.group(1)),
                        match.group(3),
                        ANSWER.matcher(match.group(4))
                                .results()
                                .map(each -> each.group(1))
                                .toList(),
                        ANSWER.matcher(match.group(4))
                                .results()
                                .map(each -> each.group(1) + "#" + each.group(2))
                                .toList()))
                .toList();
    }

    private Set<String> sections() {
        var sections = new HashSet<String>();
        for (var manuscript : manuscripts) {
            if (manuscript.content().body() != null) {
                for (var part : Markdown.parts(
                        Objects.requireNonNull(manuscript.content().body()))) {
                    sections.add(manuscript.key() + "#" + Objects.requireNonNullElse(part.anchor(), Sections.WHOLE));
                }
            }
        }
        return sections;
    }
}
