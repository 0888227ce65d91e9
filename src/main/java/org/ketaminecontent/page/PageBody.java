package org.ketaminecontent.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;

/** Adapts running text that was rendered for the API to pages: links lead to pages, headings fit in. */
public enum PageBody {
    /** Terms open their explanation in place, by pointer and keyboard, without a script. */
    PAGE,
    /** Terms lead to the glossary's page. */
    FRAME;

    /** As {@link org.ketaminecontent.text.Markdown} writes links to documents. */
    private static final Pattern LINK = Pattern.compile(
            "<a href=\"[^\"]*/v1/([a-z-]+)/([a-z0-9-]+)\" data-type=\"[a-z-]+\" data-slug=\"[a-z0-9-]+\">(.*?)</a>",
            Pattern.DOTALL);

    /**
     * Sources in brackets at the end of a sentence, as {@link org.ketaminecontent.text.Markdown} writes citations, with
     * the word before them and the sign after them, so that no line begins with a number.
     */
    private static final Pattern CITATION = Pattern.compile(
            "([^\\s<>]*+) ?\\(((?:<a href=\"[^\"]*/v1/references/[a-z0-9-]+\"[^>]*>[^<]*</a>(?:; )?)+)\\)([.,;:]?)");

    private static final Pattern HEADING = Pattern.compile("<(/?)h([1-6])>");
    private static final String GLOSSARY = "glossary";

    /** An explanation that opens in place; {@code html} is safe. */
    public record Term(String id, String title, String href, String html) {}

    /**
     * @param level of the document's title
     * @param sources whose numbers stand for their names; none where names are to stand there
     */
    String shown(String html, int level, String base, List<DocumentView.Source> sources) {
        var numbered = this == PAGE ? numbered(html, sources) : html;
        var linked = LINK.matcher(numbered).replaceAll(link -> Matcher.quoteReplacement(link(link, base)));
        var fitted = HEADING.matcher(linked)
                .replaceAll(heading -> "<" + heading.group(1) + "h"
                        + Math.min(6, level - 1 + Integer.parseInt(heading.group(2))) + ">");
        return ResponsiveTables.fitted(fitted);
    }

    /** Names within sentences make them hard to read: a number opens the source in place. */
    private static String numbered(String html, List<DocumentView.Source> sources) {
        var numbers = sources.stream()
                .collect(Collectors.toMap(DocumentView.Source::slug, DocumentView.Source::number, (a, b) -> a));
        return CITATION.matcher(html).replaceAll(citation -> {
            var cited = LINK.matcher(citation.group(2))
                    .results()
                    .map(link -> numbers.get(link.group(2)))
                    .toList();
            return Matcher.quoteReplacement(
                    cited.contains(null)
                            ? citation.group()
                            : cited.stream()
                                    .map(PageBody::footnote)
                                    .collect(Collectors.joining(
                                            " ",
                                            "<span>" + citation.group(1) + "<sup>",
                                            "</sup>" + citation.group(3) + "</span>")));
        });
    }

    private static String footnote(int number) {
        return "<button " + opener(number) + " aria-label=\"Source " + number + "\">" + number + "</button>";
    }

    /** The sources that numbers in these parts open. */
    static List<DocumentView.Source> cited(List<DocumentView.Source> sources, List<DocumentView.Part> parts) {
        return sources.stream()
                .filter(source -> parts.stream()
                        .map(DocumentView.Part::html)
                        .anyMatch(html -> html != null && html.contains(opener(source.number()))))
                .toList();
    }

    /** The attribute of a button that opens the source with this number. */
    private static String opener(int number) {
        return "popovertarget=\"c" + number + "\"";
    }

    private String link(MatchResult link, String base) {
        var collection = link.group(1);
        var slug = link.group(2);
        var words = link.group(3);
        return this == PAGE && collection.equals(GLOSSARY)
                ? "<button class=\"term\" popovertarget=\"" + id(slug) + "\">" + words + "</button>"
                : "<a href=\"" + base + "/" + collection + "/" + slug + "\">" + words + "</a>";
    }

    private static String id(String slug) {
        return "term-" + slug;
    }

    /** The terms that the buttons in these parts open, each once. */
    List<Term> terms(List<PageContent.Part> parts, LinkedDocuments neighbours) {
        var terms = new LinkedHashMap<String, Term>();
        if (this == PAGE) {
            parts.stream()
                    .map(PageContent.Part::html)
                    .filter(Objects::nonNull)
                    .flatMap(html -> LINK.matcher(html).results())
                    .filter(link -> link.group(1).equals(GLOSSARY))
                    .map(link -> link.group(2))
                    .distinct()
                    .map((Function<String, Optional<Term>>) slug -> term(slug, neighbours))
                    .flatMap(Optional::stream)
                    .forEach(term -> terms.put(term.id(), term));
        }
        return List.copyOf(terms.values());
    }

    private Optional<Term> term(String slug, LinkedDocuments neighbours) {
        return Optional.ofNullable(neighbours.documents().get(GLOSSARY + "/" + slug))
                .map(document -> document.leaf())
                .map(leaf -> new Term(
                        id(slug),
                        leaf.title(),
                        neighbours.page(GLOSSARY, slug),
                        leaf.parts().stream()
                                .map(PageContent.Part::html)
                                .filter(Objects::nonNull)
                                .map(html -> FRAME.shown(html, 1, neighbours.base(), List.of()))
                                .findFirst()
                                .orElse("")));
    }
}
