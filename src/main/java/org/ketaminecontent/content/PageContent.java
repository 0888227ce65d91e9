package org.ketaminecontent.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.Section;

/**
 * The content of a document's page, the same for every content type.
 *
 * @param lede the document in brief, plain text
 * @param riskSummary shown right below the lede, before any text that may state a benefit
 */
public record PageContent(
        String title, @Nullable String lede, @Nullable String riskSummary, List<Part> parts) {

    /** The anchor of labeled values in brief, beginning with urgent help. */
    public static final String IN_BRIEF = "in-brief";

    /** The anchor of the ways to reach a service. */
    public static final String CONTACT = "contact";

    /** Anchors that pages use besides those of the text's sections; no section may use them. */
    public static final Set<String> TAKEN = Set.of(
            "key-facts",
            "regulatory-status",
            "evidence",
            "in-numbers",
            IN_BRIEF,
            "frequency",
            "claims",
            "definition",
            "names",
            "source",
            "sources",
            CONTACT,
            "toc",
            "crisis",
            "main");

    /**
     * A part of a page, with an anchor.
     *
     * @param statesBenefit whether it must be shown with the risk summary
     * @param risks numbers, each drawn and in words
     * @param html safe HTML, or null
     */
    public record Part(
            String anchor,
            @Nullable String heading,
            boolean statesBenefit,
            List<Item> items,
            List<RiskDocument> risks,
            @Nullable String html) {

        /** A part without numbers. */
        public Part(
                String anchor,
                @Nullable String heading,
                boolean statesBenefit,
                List<Item> items,
                @Nullable String html) {
            this(anchor, heading, statesBenefit, items, List.of(), html);
        }
    }

    /**
     * A statement, or a value with a label.
     *
     * @param limit the limit of the statement
     * @param href the target of the text
     * @param asOf the date as of which it was correct; null if it does not age
     */
    public record Item(
            @Nullable String label,
            String text,
            @Nullable String limit,
            @Nullable Certainty certainty,
            @Nullable CertaintySourceDocument certaintySource,
            @Nullable String href,
            List<Related> references,
            @Nullable LocalDate asOf) {

        /** A statement of evidence. */
        public static Item statement(
                String text,
                @Nullable String limit,
                Certainty certainty,
                @Nullable CertaintySourceDocument certaintySource,
                List<Related> references) {
            return new Item(null, text, limit, certainty, certaintySource, null, references, null);
        }

        /** The same item with a date. */
        public Item asOf(@Nullable LocalDate day) {
            return new Item(label, text, limit, certainty, certaintySource, href, references, day);
        }

        /** A value with a label. */
        public static Item labelled(String label, String text, List<Related> references) {
            return new Item(label, text, null, null, null, null, references, null);
        }
    }

    /** Collects labeled values, skipping absent ones. */
    public static final class Labelled {

        private final List<Item> items = new ArrayList<>();

        public Labelled with(String label, @Nullable String text) {
            return with(label, text, null);
        }

        public Labelled with(String label, @Nullable String text, @Nullable String href) {
            if (text != null && !text.isEmpty()) {
                items.add(new Item(label, text, null, null, null, href, List.of(), null));
            }
            return this;
        }

        public List<Item> items() {
            return List.copyOf(items);
        }
    }

    /** A part with items; none if there are no items. */
    public static Stream<Part> items(String anchor, String heading, boolean statesBenefit, List<Item> items) {
        return items.isEmpty() ? Stream.empty() : Stream.of(new Part(anchor, heading, statesBenefit, items, null));
    }

    /** A part with the document's numbers; none if there are none. */
    public static Stream<Part> numbers(List<RiskDocument> risks) {
        return risks.isEmpty()
                ? Stream.empty()
                : Stream.of(new Part("in-numbers", "In numbers", true, List.of(), risks, null));
    }

    /** The sections of a document's running text. */
    public static Stream<Part> sections(List<Section> sections) {
        return sections.stream()
                .map(each -> new Part(each.anchor(), each.heading(), each.statesBenefit(), List.of(), each.body()));
    }

    /** The parts in order. */
    @SafeVarargs
    public static List<Part> parts(Stream<Part>... parts) {
        var all = new ArrayList<Part>();
        for (var each : parts) {
            each.forEach(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * The parts to show where space is short: all parts of a document without a lede, urgent help for a document
     * without a risk summary.
     */
    public List<Part> brief() {
        if (lede == null) {
            return parts;
        }
        return parts.stream()
                .filter(each -> each.anchor().equals(IN_BRIEF))
                .map(each -> new Part(each.anchor(), null, false, each.items().subList(0, 1), null))
                .toList();
    }

    /** A constant in words: {@code VERY_LOW} is "Very low". */
    public static String words(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Names joined by commas. */
    public static String list(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
