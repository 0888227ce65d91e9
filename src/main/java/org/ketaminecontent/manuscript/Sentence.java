package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.text.Markdown;
import org.ketaminecontent.text.Prose;

/**
 * A sentence of a document, with its place and its citations.
 *
 * @param line in the body, the line on which its section begins, from 1; elsewhere 0
 * @param section a number shared by the sentences of a section or field
 * @param paragraph a number shared by the sentences of a paragraph
 * @param cited the slugs of the cited references, and their types
 * @param editorial whether its section is marked as guidance of the editors
 */
record Sentence(
        String pointer, int line, int section, int paragraph, String text, Set<String> cited, boolean editorial) {

    /** The limit of a sentence's length, beyond which patterns take too long. */
    static final int LONGEST = 1_000;

    /** The name of its field or list. */
    String field() {
        int end = pointer.indexOf('/', 1);
        return end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    }

    boolean cites(List<String> sources) {
        return sources.stream().anyMatch(cited::contains);
    }

    /** All sentences of a document that are within the limit of length. */
    static List<Sentence> of(Content content, Map<String, String> types) {
        var reader = new Reader(types);
        content.passages().stream()
                .filter(passage -> passage.role() != Passage.Role.NAME)
                .forEach(passage -> reader.field(passage.pointer(), passage.text(), citedBeside(passage, content)));
        if (content.body() != null) {
            reader.body("/body", content.body());
        }
        return reader.sentences;
    }

    /** The sentences of a text outside of a document. */
    static List<Sentence> ofBody(String pointer, String text) {
        var reader = new Reader(Map.of());
        reader.body(pointer, text);
        return reader.sentences;
    }

    /** The references of the list item that a passage belongs to. */
    private static Set<String> citedBeside(Passage passage, Content content) {
        return content.links().stream()
                .filter(each -> each.collection().equals("references") && isBeside(each, passage))
                .map(ContentLink::slug)
                .collect(Collectors.toSet());
    }

    private static boolean isBeside(ContentLink pointer, Passage passage) {
        int list = pointer.pointer().indexOf("references/");
        return list > 1 && passage.pointer().startsWith(pointer.pointer().substring(0, list));
    }

    private static final class Reader {

        private final Map<String, String> types;
        private final List<Sentence> sentences = new ArrayList<>();
        private int section;
        private int paragraph;

        Reader(Map<String, String> types) {
            this.types = types;
        }

        void field(String pointer, String text, Set<String> cited) {
            section++;
            add(pointer, 0, text, cited, false);
        }

        void body(String pointer, String body) {
            for (var part : Markdown.parts(body)) {
                section++;
                if (part.heading() != null) {
                    add(pointer, part.line(), part.heading(), Set.of(), part.isEditorial());
                }
                Markdown.citedBlocks(part.text())
                        .forEach(block -> add(pointer, part.line(), block, Set.of(), part.isEditorial()));
            }
        }

        private void add(String pointer, int line, String block, Set<String> cited, boolean editorial) {
            paragraph++;
            for (var sentence : Prose.sentences(block)) {
                var text = Markdown.unmarked(sentence);
                if (text.length() <= LONGEST) {
                    var all = Stream.concat(cited.stream(), Markdown.marked(sentence))
                            .flatMap(slug -> Stream.of(slug, types.getOrDefault(slug, slug)))
                            .collect(Collectors.toSet());
                    sentences.add(new Sentence(pointer, line, section, paragraph, text, all, editorial));
                }
            }
        }
    }
}
