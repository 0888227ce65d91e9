package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.text.MarkdownRenderer;

/** The page of a collection: {@code templates/collection-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CollectionPage(
        PageFrame frame,
        String about,
        List<Group> groups,
        @Nullable String next) implements TemplateInstance {

    /** Entries below one heading; {@code heading} is null where all stand together. */
    record Group(String id, @Nullable String heading, List<Entry> entries) {}

    /** A document in the list. */
    record Entry(
            String title,
            String href,
            @Nullable String lede,
            @Nullable String riskSummary) {}

    /** The documents below the headings that readers look for: themes, or letters. */
    static List<Group> groups(ContentType<?, ?> type, List<Document> documents, String url) {
        if (type.isListedByLetter()) {
            return byLetter(documents, url);
        }
        var themes = new LinkedHashMap<Theme, List<Entry>>();
        for (var theme : Theme.values()) {
            themes.put(theme, new ArrayList<>());
        }
        var others = new ArrayList<Entry>();
        documents.forEach(
                each -> Objects.requireNonNullElse(themes.get(each.searchText().theme()), others)
                        .add(entry(each, url)));
        var groups = new ArrayList<Group>();
        themes.forEach((theme, entries) -> groups.add(new Group(theme.anchor(), theme.words(), List.copyOf(entries))));
        groups.add(new Group("all", null, others));
        return groups.stream().filter(each -> !each.entries().isEmpty()).toList();
    }

    private static List<Group> byLetter(List<Document> documents, String url) {
        Map<String, List<Entry>> letters = documents.stream()
                .sorted((a, b) -> a.leaf().title().compareToIgnoreCase(b.leaf().title()))
                .collect(Collectors.groupingBy(
                        CollectionPage::letter,
                        TreeMap::new,
                        Collectors.mapping(each -> entry(each, url), Collectors.toList())));
        return letters.entrySet().stream()
                .map(each ->
                        new Group("letter-" + each.getKey().toLowerCase(Locale.ROOT), each.getKey(), each.getValue()))
                .toList();
    }

    private static String letter(Document document) {
        var first = document.leaf().title().substring(0, 1).toUpperCase(Locale.ROOT);
        return first.matches("[A-Z]") ? first : "0-9";
    }

    private static Entry entry(Document document, String url) {
        var leaf = document.leaf();
        // A citation repeats the title, which is above it.
        var lede = leaf.lede() == null ? words(leaf.parts()) : leaf.lede().replace(leaf.title() + ". ", "");
        return new Entry(leaf.title(), url + "/" + document.slug(), lede, leaf.riskSummary());
    }

    /** The text that stands for a summary where there is none. */
    private static String words(List<PageContent.Part> parts) {
        var labelled = parts.stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> item.href() != null)
                .map(item -> item.label() + ": " + item.text());
        return Stream.concat(
                        parts.stream()
                                .map(PageContent.Part::html)
                                .filter(Objects::nonNull)
                                .map(MarkdownRenderer::words),
                        Stream.of(labelled.collect(Collectors.joining(" · "))))
                .findFirst()
                .orElse("");
    }
}
