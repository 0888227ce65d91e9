package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem.Detail;

/**
 * A change that is small enough for the last review to hold: a few words of running text, none of which carries the
 * meaning. It is measured against the version that was signed, so that many small changes do not add up to a large one.
 */
final class MinorChange {

    static final int MOST_WORDS_IN_SECTION = 5;
    static final int MOST_WORDS = 15;

    /** One word in so many of a section may change, and one in any. */
    private static final int ONE_IN = 10;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*)$");

    private final List<Detail> tooLarge = new ArrayList<>();
    private int words;

    private final Set<String> fields;

    /** @param fields those that may change, as the content type names them */
    private MinorChange(Set<String> fields) {
        this.fields = fields;
    }

    /**
     * Lets a version through that leaves what was reviewed as it was.
     *
     * @throws InvalidContent where it does not, with all that is too large
     */
    static void require(Work work, Revision fresh, ContentType<?, ?> type) {
        var live = work.live;
        if (live == null) {
            throw InvalidContent.at(
                    "/minor",
                    List.of("must be false: there is no published version that this could be a minor change of"));
        }
        int signed =
                Approval.of(work, live).map(approval -> approval.signedRevision).orElse(live);
        var tooLarge = tooLarge(type, Revision.required(work, signed), fresh);
        if (!tooLarge.isEmpty()) {
            throw InvalidContent.tooLarge(tooLarge);
        }
    }

    /** Says what makes a version too different from the one that was signed; nothing where it is a minor change. */
    static List<Detail> tooLarge(ContentType<?, ?> type, Revision signed, Revision fresh) {
        var change = new MinorChange(type.minorFields());
        if (!signed.slug.equals(fresh.slug)) {
            change.refuse("/slug", "a minor change keeps the name");
        }
        change.compare(signed.tree(), fresh.tree());
        return change.tooLarge;
    }

    private void refuse(String pointer, String why) {
        tooLarge.add(JsonBodyReader.detail(pointer, why));
    }

    private void compare(JsonNode from, JsonNode to) {
        var names = new TreeSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (Objects.equals(from.get(name), to.get(name))) {
                continue;
            }
            if (!fields.contains(name)) {
                refuse("/content/" + name, "a minor change leaves this field as it was when it was reviewed");
            } else {
                compareText("/content/" + name, text(from.get(name)), text(to.get(name)));
            }
        }
        if (words > MOST_WORDS) {
            refuse(
                    "/content",
                    "changes " + words + " words since the last review; a minor change has at most " + MOST_WORDS);
        }
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("\n"))
                : value.asText();
    }

    /** A part of a text with its heading, which is empty before the first one. */
    private record Section(String heading, List<String> words) {

        String place() {
            return heading.isEmpty() ? "" : " in the section '" + heading + "'";
        }

        int most() {
            return Math.max(1, Math.min(MOST_WORDS_IN_SECTION, words.size() / ONE_IN));
        }
    }

    private static List<Section> sections(String text) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("", new ArrayList<>()));
        text.lines().forEach(line -> {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                sections.add(new Section(heading.group(1).strip(), new ArrayList<>()));
            }
            sections.get(sections.size() - 1).words().addAll(MeaningWords.words(line));
        });
        return sections;
    }

    private void compareText(String pointer, String from, String to) {
        var before = sections(from);
        var after = sections(to);
        if (before.size() != after.size()) {
            refuse(pointer, "adds or removes a section");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                compareSection(pointer, before.get(i), after.get(i));
            }
        }
    }

    private void compareSection(String pointer, Section from, Section to) {
        if (MeaningWords.isOfRisk(from.heading()) || MeaningWords.isOfRisk(to.heading())) {
            refuse(pointer, "changes what is said of risks" + from.place());
            return;
        }
        int most = from.most();
        var diff = WordDiff.of(from.words(), to.words(), 2 * most).orElse(null);
        if (diff == null || diff.removed().size() > most || diff.added().size() > most) {
            refuse(pointer, "changes more than " + (most == 1 ? "one word" : most + " words") + from.place());
            return;
        }
        words += Math.max(diff.removed().size(), diff.added().size());
        var telling = MeaningWords.among(diff.removed(), diff.added());
        if (!telling.isEmpty()) {
            refuse(pointer, "changes '" + String.join("', '", telling) + "'" + from.place() + ", which carry meaning");
        }
    }
}
