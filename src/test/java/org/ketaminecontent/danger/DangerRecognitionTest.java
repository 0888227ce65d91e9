package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The recognition is right about examples that it did not learn from. A fifth is kept apart from training; with
 * {@code -Ddanger.folds=10} every tenth in turn; examples that differ in one word are never parted. The examples are harder than what people mostly write: most harmless
 * ones sound like danger, and many are one word apart from it. What strangers write is measured by {@link UnseenDangerTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DangerRecognitionTest {

    private static final double LEAST_RECALL = 0.964;
    private static final double MOST_FALSE_ALARMS = 0.128;
    private static final double MOST_CERTAIN_FALSE_ALARMS = 0.019;
    private static final long SEED = 20261128;
    private static final int FOLDS = Integer.getInteger("danger.folds", 1);
    private static final int PARTS = Math.max(5, FOLDS);

    @Test
    void danger_is_recognized_in_examples_kept_apart_and_harmless_words_are_not_taken_for_it() {
        var languages = DangerLanguage.all();
        var examples = DangerTraining.examples(languages);
        var parts = parts(examples);
        var figures = new Figures();
        for (int fold = 0; fold < FOLDS; fold++) {
            var training = new ArrayList<DangerTraining.Example>();
            var apart = new ArrayList<DangerTraining.Example>();
            for (int i = 0; i < examples.size(); i++) {
                (parts[i] == fold ? apart : training).add(examples.get(i));
            }
            var recognition = new DangerRecognition(languages, LearnedLanguage.of(training, languages));
            apart.forEach(example -> figures.add(example, recognition));
        }
        System.out.println(figures);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(figures.falseAlarms()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
        assertThat(figures.certainAlarms / (double) figures.harmless).isLessThanOrEqualTo(MOST_CERTAIN_FALSE_ALARMS);
    }

    /** The part that each example stands in: one for all of a group, by chance, but the same each time. */
    private static int[] parts(List<DangerTraining.Example> examples) {
        var groups = new ExampleGroups(examples);
        return IntStream.range(0, examples.size())
                .map(i -> Math.floorMod(new Random(SEED + groups.nameOf(i).hashCode()).nextInt(), PARTS))
                .toArray();
    }

    private static final class Figures {

        private final List<String> missed = new ArrayList<>();
        private final List<String> alarmed = new ArrayList<>();
        private int danger;
        private int harmless;
        private int certainAlarms;
        private int rightKind;

        void add(DangerTraining.Example example, DangerRecognition recognition) {
            var found = recognition.in(example.text());
            if (example.outcome().equals(DangerClassifier.HARMLESS)) {
                harmless++;
                found.ifPresent(any -> alarmed.add(example.text()));
                certainAlarms +=
                        found.filter(any -> any.level() == DangerLevel.CERTAIN).isPresent() ? 1 : 0;
            } else {
                danger++;
                if (found.isEmpty()) {
                    missed.add(example.text());
                } else if (found.get().kind().word().equals(example.outcome())) {
                    rightKind++;
                }
            }
        }

        double recall() {
            return 1 - missed.size() / (double) danger;
        }

        double falseAlarms() {
            return alarmed.size() / (double) harmless;
        }

        @Override
        public String toString() {
            return "Danger: recall %.4f of %d, false alarms %.4f of %d (certain %.4f), right kind %.4f"
                    .formatted(
                            recall(),
                            danger,
                            falseAlarms(),
                            harmless,
                            certainAlarms / (double) harmless,
                            rightKind / (double) (danger - missed.size()));
        }
    }
}
