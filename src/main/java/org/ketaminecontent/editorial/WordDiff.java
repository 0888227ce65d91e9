package org.ketaminecontent.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that must go and come to make one text of another: the fewest there are (Myers, "An O(ND) Difference Algorithm",
 * 1986). It gives up beyond a number of them, so that no two texts take long.
 */
record WordDiff(List<String> removed, List<String> added) {

    /** Empty where it takes more than that many words. */
    static Optional<WordDiff> of(List<String> from, List<String> to, int most) {
        var furthest = new int[2 * most + 3];
        var trace = new ArrayList<int[]>();
        for (int edits = 0; edits <= most; edits++) {
            trace.add(furthest.clone());
            for (int k = -edits; k <= edits; k += 2) {
                int at = k + most + 1;
                boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < from.size() && x - k < to.size() && from.get(x).equals(to.get(x - k))) {
                    x++;
                }
                furthest[at] = x;
                if (x >= from.size() && x - k >= to.size()) {
                    return Optional.of(follow(trace, from, to, most));
                }
            }
        }
        return Optional.empty();
    }

    private static WordDiff follow(List<int[]> trace, List<String> from, List<String> to, int most) {
        var diff = new WordDiff(new ArrayList<>(), new ArrayList<>());
        int x = from.size();
        int y = to.size();
        for (int edits = trace.size() - 1; edits > 0; edits--) {
            var furthest = trace.get(edits);
            int k = x - y;
            int at = k + most + 1;
            boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
            x = down ? furthest[at + 1] : furthest[at - 1];
            y = x - (down ? k + 1 : k - 1);
            if (down) {
                diff.added.add(to.get(y));
            } else {
                diff.removed.add(from.get(x));
            }
        }
        return diff;
    }
}
