package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.ContentHash;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.SamplePack;

/** Every rule of docs/content-format.md: what breaks it is refused, with file and line. */
@ApiTest
class PackRulesTest {

    private static final String TOPIC = "topics/sample-topic.md";
    private static final String CONDITION = "conditions/sample-condition.md";
    private static final String EFFECT = "side-effects/sample-effect.md";
    private static final String FAQ = "faqs/sample-question.md";
    private static final String CONTACTS = "crisis-resources.yaml";
    private static final String TERM = "glossary/sample-term.md";

    @Inject
    PackSource importer;

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("an unknown key", TOPIC, "audience:", "audiance:", "unknown key"),
                arguments("a value outside its list", TOPIC, "theme: basics", "theme: basic", "not one of the values"),
                arguments("a missing field", CONDITION, "riskSummary: It may do harm.\n", "", "must not be blank"),
                arguments("an empty field", EFFECT, "severityNote: It is mild.", "severityNote: ''", "severityNote"),
                arguments(
                        "a short summary",
                        TOPIC,
                        "A topic that exists in samples only, so that a test can say one thing about it.",
                        "Short.",
                        "length must be between 60 and 300"),
                arguments(
                        "an unknown citation",
                        TOPIC,
                        "thing [@first-source]",
                        "thing [@no-source]",
                        "no reference 'no-source'"),
                arguments(
                        "an unknown relation",
                        TOPIC,
                        "conditions: [sample-condition]",
                        "conditions: [no-condition]",
                        "there is no conditions/no-condition"),
                arguments(
                        "a scale of its own",
                        CONDITION,
                        "per: 100\n    with: {count: 57}",
                        "per: 1000\n    with: {count: 57}",
                        "must be 100 like the other risks"),
                arguments(
                        "a scale that does not exist",
                        CONDITION,
                        "per: 100\n    with: {count: 27",
                        "per: 50\n    with: {count: 27",
                        "must be 100, 1000 or 10000"),
                arguments(
                        "more people than there are",
                        CONDITION,
                        "{count: 27, low: 13, high: 49}",
                        "{count: 127, low: 13, high: 149}",
                        "0 ≤ low ≤ count ≤ high ≤ per"),
                arguments(
                        "an interval beside its count",
                        CONDITION,
                        "{count: 27, low: 13, high: 49}",
                        "{count: 27, low: 29, high: 49}",
                        "0 ≤ low ≤ count ≤ high ≤ per"),
                arguments(
                        "half an interval",
                        CONDITION,
                        "{count: 27, low: 13, high: 49}",
                        "{count: 27, low: 13}",
                        "must have both ends of the interval, or neither"),
                arguments(
                        "an interval from nowhere",
                        CONDITION,
                        "    intervalBasis: published-95\n",
                        "",
                        "must be given if, and only if, there is an interval"),
                arguments(
                        "a comparison without a word",
                        CONDITION,
                        "comparatorType: placebo",
                        "comparatorType: none",
                        "must be 'none' if, and only if,"),
                arguments(
                        "a comparison that is not told",
                        CONDITION,
                        "      without: Picture 100 people who got a dummy drug. The next day, 9 looked better.\n",
                        "",
                        "must be given if, and only if, there is a comparison group"),
                arguments(
                        "counts that disagree",
                        CONDITION,
                        "{events: 27, total: 100}",
                        "{events: 37, total: 100}",
                        "37 of 100 is not 27 of 100"),
                arguments(
                        "a small sample that is not said",
                        CONDITION,
                        "{events: 27, total: 100}",
                        "{events: 5, total: 20}",
                        "must be true: a small sample"),
                arguments(
                        "a count that rounds to nobody",
                        CONDITION,
                        "{events: 9, total: 100}",
                        "{events: 1, total: 300}",
                        "1 of 300 is not 9 of 100"),
                arguments(
                        "another number of people",
                        CONDITION,
                        "The next day, 9 looked better.",
                        "The next day, 9 looked better, or 18 of 200.",
                        "says \"18 of 200\" beside a picture of 100 people"),
                arguments(
                        "a sentence with another number",
                        CONDITION,
                        "The next day, 27 looked better",
                        "The next day, 28 looked better",
                        "does not say 27"),
                arguments(
                        "one framing alone",
                        CONDITION,
                        "With ketamine, 73 of 100 did not look better. With",
                        "With",
                        "does not say 73"),
                arguments(
                        "a benefit without a harm",
                        CONDITION,
                        "    balancedBy: [sample-harm]\n",
                        "",
                        "names no harm of the same product"),
                arguments(
                        "a harm of another product",
                        CONDITION,
                        "product: ketamine-infusion\n    timeframe: PT40M",
                        "product: ketamine-oral\n    timeframe: PT40M",
                        "names no harm of the same product"),
                arguments(
                        "a harm that is not there",
                        CONDITION,
                        "balancedBy: [sample-harm]",
                        "balancedBy: [sample-harm, no-harm]",
                        "names a risk that is not in this document"),
                arguments(
                        "treatment beside non-medical use",
                        CONDITION,
                        "product: ketamine-infusion\n    timeframe: PT40M",
                        "product: ketamine-non-medical\n    timeframe: PT40M",
                        "balances treatment with non-medical use"),
                arguments("an id twice", CONDITION, "id: sample-harm", "id: sample-gain", "appears twice"),
                arguments(
                        "a risk without its limit",
                        CONDITION,
                        "    limit: Nobody was compared with them.\n",
                        "",
                        "must not be blank"),
                arguments(
                        "a grade of our own",
                        CONDITION,
                        "    certainty: not-graded\n    smallSample",
                        "    certainty: low\n    smallSample",
                        "a grade must come from a published assessment"),
                arguments(
                        "too few ways to ask",
                        TOPIC,
                        "  - where do samples come from\n",
                        "",
                        "must have 8 to 20 items or none, and has 7"),
                arguments("too many ways to ask", TOPIC, "  - sample stuff\n", manyWays(), "between 0 and 20"),
                arguments("a way to ask twice", TOPIC, "- show me a sample page", "- Sample stuff!", "appears twice"),
                arguments("the title as a way to ask", TOPIC, "- sample stuff", "- sample topic", "repeats the title"),
                arguments("a short way to ask", TOPIC, "- sample stuff", "- sa", "between 3 and 120"),
                arguments("a long way to ask", TOPIC, "- sample stuff", "- " + "sam ".repeat(31), "between 3 and 120"),
                arguments("an empty way to ask", TOPIC, "- sample stuff", "- '    '", "must not be blank"),
                arguments(
                        "a day that is still to come",
                        CONDITION,
                        "statement: It is off-label.\n",
                        "statement: It is off-label.\n    asOf: 2999-01-01\n",
                        "regulatoryStatus/0/asOf: must be a date in the past or in the present"),
                arguments(
                        "a day that is none",
                        TOPIC,
                        "confirmation: confirmed\ndrafting",
                        "confirmation: confirmed\nasOf: 2026-02-31\ndrafting",
                        "asOf: "),
                arguments(
                        "a mark of a heading that nobody knows",
                        TOPIC,
                        "{#what-is-known}",
                        "{#what-is-known .editorials}",
                        "the mark '.editorials' is unknown"),
                arguments(
                        "a contact without its hours",
                        CONTACTS,
                        "  hoursNote: It is a sample.\n",
                        "",
                        "needs its hours, or the reason in hoursNote"),
                arguments(
                        "a word to text to nobody",
                        CONTACTS,
                        "  position: 1\n",
                        "  position: 1\n  textKeyword: HOME\n",
                        "no number in text to send it to"),
                arguments(
                        "a day on which nothing was read",
                        CONTACTS,
                        "  position: 1\n",
                        "  position: 1\n  asOf: 2026-01-31\n",
                        "no source that was read on that day"),
                arguments(
                        "a day of reading that is still to come",
                        CONTACTS,
                        "  position: 1\n",
                        "  position: 1\n  source: https://a.example\n  asOf: 2999-01-01\n",
                        "must be a date in the past"),
                arguments(
                        "a product's band without its figure",
                        EFFECT,
                        "  band: very-common\n",
                        "  band: very-common\n"
                                + bands("ketamine-infusion, band: very-common", "ketamine-oral, band: common"),
                        "each with a figure of that product"),
                arguments(
                        "a product's band twice",
                        EFFECT,
                        "  band: very-common\n",
                        "  band: very-common\n"
                                + bands("ketamine-infusion, band: very-common", "ketamine-infusion, band: very-common"),
                        "must list each product once"),
                arguments(
                        "a band of products that are pooled",
                        EFFECT,
                        "  figures:\n    - product: ketamine-infusion\n",
                        bands("ketamine-or-esketamine, band: very-common")
                                + "  figures:\n    - product: ketamine-or-esketamine\n",
                        "each with a figure of that product"),
                arguments(
                        "a band that is not that of infusions",
                        EFFECT,
                        "  figures:\n    - product: ketamine-infusion\n",
                        bands("ketamine-oral, band: very-common") + "  figures:\n    - product: ketamine-oral\n",
                        "must have the band of ketamine-infusion"),
                arguments(
                        "a product that does not exist",
                        "references.yaml",
                        "- slug: second-source\n",
                        "- slug: second-source\n  product: [ketamine-tablet]\n",
                        "not one of the values"),
                arguments("an unknown link", TOPIC, "[[sample-term]]", "[[no-term]]", "leads to nothing"),
                arguments(
                        "an unknown reference in a field",
                        CONDITION,
                        "references: [first-source]",
                        "references: [no-source]",
                        "there is no references/no-source"),
                arguments(
                        "a web address that is no source",
                        TOPIC,
                        "stands here,",
                        "stands [here](https://shop.example),",
                        "https://shop.example"),
                arguments("raw HTML", TOPIC, "stands here,", "stands <b>here</b>,", "HTML"),
                arguments("an image", TOPIC, "stands here,", "stands ![here](x.png),", "HTML and images"),
                arguments(
                        "a heading without an anchor",
                        TOPIC,
                        "## What is known {#what-is-known}",
                        "## What is known",
                        "needs an anchor"),
                arguments("an anchor that pages have", TOPIC, "{#what-is-known}", "{#sources}", "pages use it already"),
                arguments("an anchor twice", TOPIC, "{#what-is-known}", "{#what-it-is}", "appears twice"),
                arguments(
                        "text before the first heading",
                        TOPIC,
                        "## What it is {#what-it-is}",
                        "Hello.\n\n## What it is {#what-it-is}",
                        "before the first heading"),
                arguments("a banned phrase", TOPIC, "stands here,", "is a miracle,", "hype"),
                arguments(
                        "a banned phrase in a field",
                        EFFECT,
                        "severityNote: It is mild.",
                        "severityNote: Ketamine is safe.",
                        "safe-or-proven"),
                arguments(
                        "a benefit without its limit",
                        TOPIC,
                        "## What is known {#what-is-known}",
                        "## New {#new}\n\nMood improved [@first-source].\n\n## What is known {#what-is-known}",
                        "benefit without its limit"),
                arguments(
                        "a statement of benefit without its limit",
                        TOPIC,
                        "statement: One fact.",
                        "statement: Mood improved.",
                        "benefit without its limit"),
                arguments(
                        "a benefit without a risk summary",
                        FAQ,
                        "This is a plain line",
                        "Mood improved, but not for long. This is a plain line",
                        "riskSummary: is missing"),
                arguments(
                        "a band without its number",
                        EFFECT,
                        "percentLow: 50\n      percentHigh: 50",
                        "percentLow: null",
                        "needs a figure"),
                arguments("a band of another number", EFFECT, "band: very-common", "band: rare", "needs a figure"),
                arguments(
                        "an unknown band without a note",
                        EFFECT,
                        "band: very-common",
                        "band: unknown",
                        "needs a figure"),
                arguments("a percentage over 100", EFFECT, "percentHigh: 50", "percentHigh: 500", "percentHigh"),
                arguments(
                        "a short answer of one sentence",
                        FAQ,
                        "It is one. Nothing follows from it.",
                        "It is one.",
                        "exactly two sentences"),
                arguments("a question without its mark", FAQ, "Is this a sample?", "This is a sample", "question mark"),
                arguments(
                        "a benefit in a definition is short",
                        TERM,
                        "A word that stands in samples and means what it says.",
                        "A word.",
                        "words, and should have"),
                arguments("an unquoted number for text", "references.yaml", "volume: \"1\"", "volume: 1", "volume"),
                arguments("a malformed DOI", "references.yaml", "doi: 10.1000/sample", "doi: sample", "doi"),
                arguments(
                        "a resource that cannot be reached",
                        "crisis-resources.yaml",
                        "call: \"000\"",
                        "call: null",
                        "needs a way to reach it"),
                arguments("YAML that is none", TOPIC, "theme: basics", "theme: [basics", "expected"),
                arguments("an alias", TOPIC, "audience: everyone", "audience: *everyone", "begins with *"),
                arguments("an anchor", TOPIC, "audience: everyone", "audience: &a everyone", "begins with &"),
                arguments("a tag", TOPIC, "audience: everyone", "audience: !!str everyone", "begins with !"),
                arguments(
                        "a name twice",
                        TOPIC,
                        "audience: everyone",
                        "audience: everyone\naudience: everyone",
                        "'audience' appears twice"),
                arguments(
                        "a word that YAML takes for a no",
                        TERM,
                        "term: Sample term",
                        "term: No",
                        "No without quotes is not text: put it in quotes, as in \"No\""),
                arguments(
                        "a number for a text",
                        TERM,
                        "term: Sample term",
                        "term: 1.10",
                        "put it in quotes, as in \"1.10\""),
                arguments(
                        "a date with a time for a day",
                        "crisis-resources.yaml",
                        "call: \"000\"",
                        "call: \"000\"\n  verifiedOn: 2026-01-05T10:00:00Z",
                        "must be a day such as 2026-01-31"),
                arguments("a tab", TOPIC, "audience: everyone", "\taudience: everyone", "there is a tab"),
                arguments(
                        "a colon in a value",
                        TOPIC,
                        "audience: everyone",
                        "audience: to: everyone",
                        "put the value in quotes"),
                arguments("a quote that does not end", TOPIC, "audience: everyone", "audience: \"everyone", "a quote"),
                arguments("a value that begins with @", TOPIC, "audience: everyone", "audience: @all", "in quotes"),
                arguments("a list for a name", TOPIC, "audience: everyone", "? [a, b]\n: c", "the name of a value"),
                arguments("nothing in a list", TOPIC, "faqs: [sample-question]", "faqs: [null]", "faqs/0"),
                arguments(
                        "a body in the front matter", TOPIC, "audience: everyone", "body: x", "below the front matter"),
                arguments("a list that is none", "references.yaml", "- slug: first-source", "slug: first-source", ""),
                arguments(
                        "a phrase that is null", "banned-phrases.yaml", "- id: cure", "- null\n- id: cure", "group of"),
                arguments(
                        "a pattern that is none",
                        "banned-phrases.yaml",
                        "(?:cures?|",
                        "((?:cures?|",
                        "regular expression"),
                arguments(
                        "a phrase without patterns",
                        "banned-phrases.yaml",
                        "- id: cure",
                        "- id: x\n- id: cure",
                        "an id"),
                arguments(
                        "a former name that is taken",
                        TOPIC,
                        "audience: everyone",
                        "audience: everyone\nformerSlugs: [sample-topic]",
                        "already names"));
    }

    private static String bands(String... bands) {
        return Stream.of(bands)
                .map(each -> "    - {product: " + each + "}\n")
                .collect(Collectors.joining("", "  bands:\n", ""));
    }

    private static String manyWays() {
        return IntStream.range(0, 14).mapToObj(each -> "  - way " + each + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named_with_its_file(String fault, String file, String words, String others, String message) {
        var pack = SamplePack.in(folder).replacing(file, words, others);

        var errors = errorsOf(pack);

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo(file);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void synonyms_never_join_ketamine_and_esketamine() {
        var pack = SamplePack.in(folder)
                .writing("synonyms.yaml", "- words: [ketamine, special k]\n  also: [esketamine]\n");

        var broken = catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()));

        assertThat(broken)
                .hasMessageContaining("synonyms.yaml")
                .hasMessageContaining("must not be synonyms of each other");
    }

    @Test
    void synonyms_are_words() {
        var pack = SamplePack.in(folder).writing("synonyms.yaml", "- words: [988]\n- also: [crisis]\n");

        var broken = catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()));

        assertThat(broken).hasMessageContaining("synonyms.yaml:1");
    }

    @Test
    void the_sample_itself_has_no_fault() {
        var pack = importer.read(SamplePack.in(folder).folder());

        assertThat(pack.manuscripts()).hasSize(8);
    }

    @Test
    void a_fault_in_the_front_matter_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "faqs: [sample-question]", "faqs: [no-question]");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        TOPIC, pack.lineOf(TOPIC, "faqs: [no-question]"), "faqs/0: there is no faqs/no-question"));
    }

    @Test
    void a_grade_names_the_assessment_that_gave_it() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "  certaintySource: {reference: first-source, year: 2021, place: Table 1}\n", "");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        CONDITION,
                        pack.lineOf(CONDITION, "evidence:"),
                        "evidence/certaintySource: is missing: a grade must come from a published assessment, so"
                                + " name its reference and year"));
    }

    @Test
    void few_people_are_not_rounded_to_none() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "without: {count: 9}", "without: {count: 0}")
                .replacing(CONDITION, "{events: 9, total: 100}", "{events: 1, total: 300}")
                .replacing(CONDITION, "The next day, 9 looked better", "The next day, 0 looked better")
                .replacing(CONDITION, "With the dummy, 91 of 100", "With the dummy, 100 of 100");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly(
                        "risks/0/observed/without: rounds 1 people to none: use the next larger per in this document");
    }

    @Test
    void the_real_count_of_a_small_study_may_stand_beside_the_picture() {
        var pack = SamplePack.in(folder)
                .replacing(
                        CONDITION, "The next day, 9 looked better.", "The next day, 9 did (in fact it was 9 of 98).");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void what_is_not_graded_names_no_assessment() {
        var pack = SamplePack.in(folder).replacing(CONDITION, "  certainty: low", "  certainty: not-graded");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly("evidence/certaintySource: must be empty, because there is no grade");
    }

    @Test
    void the_assessment_that_gave_a_grade_is_one_of_the_references() {
        var pack = SamplePack.in(folder).replacing(CONDITION, "reference: first-source, year", "reference: none, year");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .contains("evidence/certaintySource/reference: there is no references/none");
    }

    @Test
    void a_document_says_how_it_was_drafted() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "drafting: person\n", "");

        assertThat(errorsOf(pack)).extracting(PackError::message).containsExactly("drafting: must not be null");
    }

    @Test
    void a_place_may_be_a_part_of_a_state() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "jurisdiction: US", "jurisdiction: GB-ENG")
                .replacing("crisis-resources.yaml", "jurisdiction: US", "jurisdiction: GB-SCT");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void a_fault_in_the_text_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "[[sample-term]]", "[[no-term]]");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        TOPIC, pack.lineOf(TOPIC, "A [[no-term]]"), "the link to 'no-term' leads to nothing"));
    }

    @Test
    void a_fault_in_a_list_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing("references.yaml", "type: label", "type: libel");

        assertThat(errorsOf(pack)).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(pack.lineOf("references.yaml", "type: libel"));
            assertThat(error.message()).startsWith("type: ").doesNotContain("org.ketaminecontent");
        });
    }

    @Test
    void all_faults_of_all_files_are_listed_at_once() {
        var pack = SamplePack.in(folder)
                .replacing(TOPIC, "theme: basics", "theme: basic")
                .replacing(EFFECT, "severity: mild", "severity: wild")
                .replacing(FAQ, "[@first-source]", "[@no-source]");

        assertThat(errorsOf(pack)).extracting(PackError::file).containsExactly(FAQ, EFFECT, TOPIC);
    }

    @Test
    void hard_words_are_refused() {
        var hard = "The administration of psychopharmacological interventions necessitates comprehensive"
                + " interdisciplinary evaluation of individual physiological vulnerabilities. ";
        var pack = SamplePack.in(folder).replacing(TOPIC, "A [[sample-term]]", hard.repeat(12) + "A [[sample-term]]");

        assertThat(errorsOf(pack)).extracting(PackError::message).anyMatch(each -> each.startsWith("reading grade"));
    }

    @Test
    void a_sentence_may_deny_what_it_may_not_say() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "stands here,", "has not been shown to prevent suicide,");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void a_slug_must_be_well_formed() {
        var pack = SamplePack.in(folder)
                .renaming(TERM, "glossary/Sample_Term.md")
                .replacing(TOPIC, "[[sample-term]]", "term");

        assertThat(errorsOf(pack)).extracting(PackError::message).anyMatch(each -> each.contains("Sample_Term"));
    }

    @Test
    void a_slug_stands_once_in_a_list() {
        var pack = SamplePack.in(folder).replacing("references.yaml", "slug: second-source", "slug: first-source");

        assertThat(errorsOf(pack)).extracting(PackError::message).contains("the slug 'first-source' appears twice");
    }

    @Test
    void a_place_is_taken_once() {
        var pack = SamplePack.in(folder).appending("crisis-resources.yaml", """
                        - slug: other-line
                          name: Other line
                          kind: crisis-line
                          jurisdiction: US
                          call: "001"
                          hours: Day and night
                          position: 1
                          confirmation: confirmed
                          drafting: person
                        """);

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly("position: 1 is already the position of crisis-resources/sample-line");
    }

    @Test
    void a_misspelt_folder_is_no_way_to_withdraw_everything() {
        var pack = SamplePack.in(folder).writing("topic/new.md", "x");

        assertThat(errorsOf(pack)).contains(new PackError("topic", 1, "is not part of a content pack"));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThat(errorsOf(folder.resolve("nowhere"))).hasSize(1);
    }

    @Test
    void what_repeats_a_value_is_refused_with_its_line() {
        var pack = SamplePack.in(folder)
                .writing("glossary/other.md", "---\nterm: &t Anchor word\nsynonyms: [*t]\n---\nA text.\n");

        assertThat(errorsOf(pack))
                .contains(new PackError(
                        "glossary/other.md",
                        2,
                        "a value that begins with & defines an anchor: leave it out, or put the value in quotes"));
    }

    /** A checkout on Windows, an editor that writes a byte order mark, and a file system that takes letters apart. */
    @Test
    void the_same_text_written_otherwise_is_the_same_content() throws IOException {
        var accents = Map.of("words", "A caf\u00e9 word");
        var pack = SamplePack.in(folder).replacing(TERM, "A word that", accents.get("words") + " that");
        var before = hashes(pack);
        try (var files = Files.walk(pack.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var apart = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFD);
                Files.writeString(file, "\uFEFF" + apart.replace("\n", "\r\n"));
            }
        }

        assertThat(hashes(pack)).isEqualTo(before);
    }

    private Map<String, String> hashes(SamplePack pack) {
        return importer.read(pack.folder()).manuscripts().stream()
                .collect(Collectors.toMap(Manuscript::key, each -> ContentHash.of(each.content())));
    }

    @Test
    void what_is_no_text_file_is_named() throws IOException {
        var pack = SamplePack.in(folder)
                .writing("glossary/folder.md/inner.md", "x")
                .writing("glossary/other.txt", "x");
        Files.write(pack.folder().resolve("glossary/latin.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xFC, '\n'});
        Files.write(pack.folder().resolve("synonyms.yaml"), new byte[] {(byte) 0xFC});

        assertThat(errorsOf(pack))
                .extracting(PackError::file)
                .contains("glossary/folder.md", "glossary/other.txt", "glossary/latin.md", "synonyms.yaml");
    }

    @Test
    void what_operating_systems_add_is_passed_over() {
        var pack = SamplePack.in(folder)
                .writing(".DS_Store", "x")
                .writing("Thumbs.db", "x")
                .writing("topics/.DS_Store", "x")
                .writing("topics/._sample-topic.md", "x")
                .writing("topics/desktop.ini", "x");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void of_many_faults_the_first_are_told_and_the_others_counted() {
        var pack = SamplePack.in(folder).writing("synonyms.yaml", "- words: 1\n".repeat(2_000));

        assertThat(errorsOf(pack))
                .hasSize(501)
                .last()
                .satisfies(each -> assertThat(each.message()).matches("and 15\\d\\d more errors"));
    }

    private List<PackError> errorsOf(SamplePack pack) {
        return errorsOf(pack.folder());
    }

    private List<PackError> errorsOf(Path pack) {
        return catchThrowableOfType(BrokenPack.class, () -> importer.read(pack)).errors();
    }
}
