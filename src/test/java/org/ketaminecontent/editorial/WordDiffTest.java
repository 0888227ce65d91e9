package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;

class WordDiffTest {

    private static final int MOST = 6;

    /** As a well-known implementation has it, for as long as there are few. */
    @Property
    void it_finds_the_fewest_words_that_differ(
            @ForAll @Size(max = 8) List<@CharRange(from = 'a', to = 'c') Character> from,
            @ForAll @Size(max = 8) List<@CharRange(from = 'a', to = 'c') Character> to) {
        var one = from.stream().map(String::valueOf).toList();
        var other = to.stream().map(String::valueOf).toList();
        int removed = 0;
        int added = 0;
        for (var delta : DiffUtils.diff(one, other).getDeltas()) {
            removed += delta.getSource().size();
            added += delta.getTarget().size();
        }

        var diff = WordDiff.of(one, other, MOST);

        assertThat(diff.isPresent()).isEqualTo(removed + added <= MOST);
        if (diff.isPresent()) {
            assertThat(diff.get().removed()).hasSize(removed);
            assertThat(diff.get().added()).hasSize(added);
        }
    }
}
