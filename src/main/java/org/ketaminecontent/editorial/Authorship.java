package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.PersonName;
import org.ketaminecontent.text.Prose;

/**
 * Everybody who wrote a part of a version, as far as the history tells: whoever writes it down, whoever wrote a part of
 * what it goes on from and is not live yet, and whoever wrote the same before, however it came back. Words that are live
 * count no more: somebody else has signed them.
 */
final class Authorship {

    /** Shorter ones are said by chance. */
    private static final int SHORTEST_SENTENCE = 30;

    private static final int MOST_REVISIONS = 200;

    private final LinkedHashSet<String> authors;

    private Authorship(Revision fresh) {
        authors = new LinkedHashSet<>(fresh.authors);
    }

    /**
     * Gives a new version its authors.
     *
     * @param before the version that it takes the place of; null where there is none
     * @param more whoever wrote what it brings back
     */
    static void note(Work work, Revision fresh, @Nullable Revision before, List<String> more) {
        var authorship = new Authorship(fresh);
        authorship.authors.addAll(more);
        if (before != null && (work.live == null || before.number != work.live)) {
            authorship.authors.addAll(before.authors);
        }
        authorship.addSameText(fresh);
        if (before != null) {
            authorship.addSameSentences(work, fresh);
        }
        fresh.authors = List.copyOf(authorship.authors);
    }

    /** Two accounts of one name are taken for one person. */
    static void refuseNamesake(Actor reviewer, Work work, Revision head) {
        boolean wrote = Revision.latest(work, MOST_REVISIONS).stream()
                .filter(each -> head.authors.contains(each.writtenBy))
                .anyMatch(each -> PersonName.isSame(each.writtenByName, reviewer.reviewerName()));
        if (wrote) {
            throw new SelfApproval();
        }
    }

    /** The same text is the same work, whichever document it stood in. */
    private void addSameText(Revision fresh) {
        Revision.ofSameText(fresh.contentHash).forEach(each -> authors.addAll(each.authors));
    }

    /** Sentences that were written here before and never became live. */
    private void addSameSentences(Work work, Revision fresh) {
        var sentences = sentences(fresh.tree());
        if (work.live != null) {
            Revision.find(work, work.live).ifPresent(live -> sentences.removeAll(sentences(live.tree())));
        }
        if (sentences.isEmpty()) {
            return;
        }
        Revision.latest(work, MOST_REVISIONS).stream()
                .filter(each -> !authors.containsAll(each.authors))
                .filter(each -> sentences(each.tree()).stream().anyMatch(sentences::contains))
                .forEach(each -> authors.addAll(each.authors));
    }

    private static Set<String> sentences(JsonNode tree) {
        var sentences = new HashSet<String>();
        if (tree.isTextual()) {
            tree.asText()
                    .lines()
                    .flatMap(line -> Prose.sentences(line).stream())
                    .map(String::strip)
                    .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                    .forEach(sentences::add);
        }
        tree.forEach(child -> sentences.addAll(sentences(child)));
        return sentences;
    }
}
