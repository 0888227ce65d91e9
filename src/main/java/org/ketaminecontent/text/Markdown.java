package org.ketaminecontent.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Running text: <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a> with tables, citations
 * {@code [@slug; @slug]} and links {@code [[collection/slug|words]]}, divided by second-level headings with anchors.
 * {@link MarkdownRenderer} makes what readers get of it.
 */
public final class Markdown {

    private static final String HEADING = "## ";

    /** Marks a section of guidance without findings, as in {@code ## Words {#anchor .editorial}}. */
    public static final String EDITORIAL = ".editorial";

    /** The beginning of a heading's anchor, as in {@code ## Words {#anchor}}. */
    private static final String ANCHOR = " {#";

    // No opening bracket between the brackets: each would make the pattern read the rest of the text again.
    private static final Pattern CITATION = Pattern.compile("\\[@([^\\[\\]\\n]++)]");
    /** In a table, the bar between target and words is escaped. */
    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]|\\\\\\n]++)(?:\\\\?\\|([^\\[\\]\\n]++))?]]");

    /** Characters for private use (Unicode), which do not occur in texts. */
    private static final char MARK_OPENS = '\uE000';

    private static final char MARK_CLOSES = '\uE001';
    private static final Pattern MARK = Pattern.compile(" ?\uE000([^\uE000\uE001]*+)\uE001");

    /** Every link to an address has one of these: inline, by a definition, or in angle brackets. */
    private static final Pattern ADDRESS = Pattern.compile("]\\(|]:|<");

    private static final Pattern OPENING = Pattern.compile("\\[\\[|\\[@");

    /** More than twice the depth of any real text. */
    private static final int DEEPEST = 24;

    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private Markdown() {}

    /**
     * A part of an authored text.
     *
     * @param anchor null if the author gave none
     * @param heading null for text without a heading
     * @param mark the author's mark after the anchor; empty if there is none
     * @param line the line of the heading, from 1
     */
    public record Part(@Nullable String anchor, @Nullable String heading, String mark, String text, int line) {

        /** Tells whether it is guidance of the editors, which states no finding. */
        public boolean isEditorial() {
            return mark.equals(EDITORIAL);
        }
    }

    /**
     * An authored link.
     *
     * @param collection null if the author named only the slug
     */
    public record Link(@Nullable String collection, String slug, String words) {}

    /** The parts of the text, in order. Text without headings is one part. */
    public static List<Part> parts(String body) {
        var parts = new ArrayList<Part>();
        var lines = body.lines().toList();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || (i > start && lines.get(i).startsWith(HEADING))) {
                parts.add(part(lines.subList(start, i), start + 1));
                start = i;
            }
        }
        parts.removeIf(part -> part.heading() == null && part.text().isBlank());
        return parts;
    }

    private static Part part(List<String> lines, int line) {
        if (lines.isEmpty() || !lines.get(0).startsWith(HEADING)) {
            return new Part(null, null, "", String.join("\n", lines).strip(), line);
        }
        var heading = lines.get(0).substring(HEADING.length()).stripTrailing();
        var text = String.join("\n", lines.subList(1, lines.size())).strip();
        int at = heading.lastIndexOf(ANCHOR);
        if (at > 0 && heading.endsWith("}")) {
            var words = heading.substring(at + ANCHOR.length(), heading.length() - 1)
                    .strip()
                    .split("\\s+", 2);
            if (Slug.isValid(words[0])) {
                var mark = words.length == 1 ? "" : words[1];
                return new Part(words[0], heading.substring(0, at), mark, text, line);
            }
        }
        return new Part(null, heading, "", text, line);
    }

    /** The slugs cited, in order, with repeats. */
    public static Stream<String> citations(String text) {
        return CITATION.matcher(text).results().flatMap(Markdown::cited);
    }

    private static Stream<String> cited(MatchResult citation) {
        return Stream.of(citation.group(1).split(";")).map(key -> key.strip().replaceFirst("^@", ""));
    }

    /** Rewrites every citation of the text; {@code rewrite} gets the slugs that it cites. */
    static String rewriteCitations(String text, Function<Stream<String>, String> rewrite) {
        return CITATION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(rewrite.apply(cited(match))));
    }

    /** The links to other documents, in order. */
    public static Stream<Link> links(String text) {
        return LINK.matcher(text).results().map(Markdown::link);
    }

    private static Link link(MatchResult match) {
        var target = match.group(1);
        var slash = target.indexOf('/');
        var slug = target.substring(slash + 1);
        var words = match.group(2) == null ? slug.replace('-', ' ') : match.group(2);
        return new Link(slash < 0 ? null : target.substring(0, slash), slug, words);
    }

    /** Rewrites every link of the text. */
    public static String rewriteLinks(String text, Function<Link, String> rewrite) {
        return LINK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(rewrite.apply(link(match))));
    }

    /** The text's paragraphs, headings, list items and table cells as plain words, without citations. */
    public static List<String> blocks(String text) {
        var words = rewriteLinks(CITATION.matcher(text).replaceAll(""), Link::words);
        var blocks = new ArrayList<String>();
        walk(PARSER.parse(words), (node, depth) -> {
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                blocks.add(wordsOf(node));
            }
        });
        return blocks;
    }

    /** The same with marks for the citations of each sentence; {@link #marked} and {@link #unmarked} read them. */
    public static List<String> citedBlocks(String text) {
        return blocks(rewriteCitations(
                text, cited -> cited.collect(Collectors.joining(" ", "" + MARK_OPENS, "" + MARK_CLOSES))));
    }

    /** The slugs cited by a marked text. */
    public static Stream<String> marked(String text) {
        return MARK.matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" ")));
    }

    /** A marked text without its marks. */
    public static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("").strip();
    }

    /** Tells whether a text is nested deeper than a renderer could follow. */
    public static boolean isNestedTooDeeply(String text) {
        var deepest = new AtomicInteger();
        walk(PARSER.parse(text), (node, depth) -> deepest.accumulateAndGet(depth, Math::max));
        return deepest.get() > DEEPEST;
    }

    /**
     * A link to a web address, as CommonMark reads it.
     *
     * @param line the first line of the paragraph that contains it, from 1
     */
    public record WebLink(String address, int line) {}

    /** The addresses that the text links to, in order. */
    public static Stream<WebLink> addresses(String text) {
        var found = new ArrayList<WebLink>();
        if (!ADDRESS.matcher(text).find()) {
            return found.stream();
        }
        var line = new AtomicInteger(1);
        walk(PARSER.parse(text), (node, depth) -> {
            node.getSourceSpans().stream().findFirst().ifPresent(span -> line.set(span.getLineIndex() + 1));
            if (node instanceof org.commonmark.node.Link link) {
                found.add(new WebLink(link.getDestination(), line.get()));
            }
        });
        return found.stream();
    }

    /** The citations and links of a line that have no closing bracket. */
    public static Stream<String> unclosed(String line) {
        var rest = LINK.matcher(CITATION.matcher(line).replaceAll("")).replaceAll("");
        return OPENING.matcher(rest).results().map(MatchResult::group).distinct();
    }

    /** Visits a tree of any depth, in the order of the text, without recursion. */
    private static void walk(Node root, ObjIntConsumer<Node> visit) {
        int depth = 0;
        for (Node node = root; node != null; ) {
            visit.accept(node, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == root ? null : node.getNext();
        }
    }

    private static String wordsOf(Node block) {
        return TEXT.render(block)
                .replaceAll("\\s+", " ")
                .replaceAll(" +([.,;:)!?])", "$1")
                .strip();
    }
}
