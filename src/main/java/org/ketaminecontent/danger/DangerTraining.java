package org.ketaminecontent.danger;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Learns from the examples of the language files. The build runs it. */
public final class DangerTraining {

    /** A feature of one example alone says nothing about others. */
    private static final int LEAST_OCCURRENCES = 2;

    private static final int MOST_FEATURES = 100_000;
    /** The cost of a wrong judgment beside large weights: small enough that no single feature decides. */
    private static final double COST = 1;

    /** Training ends early: what it learns last is peculiar to the examples. */
    private static final double PRECISION = 0.1;

    /** @param outcome the word of a kind, or {@code harmless} */
    record Example(String outcome, String text) {}

    private DangerTraining() {}

    /**
     * Writes what is learned into a folder of classes.
     *
     * @param arguments the folder, and the folder of the language files, whose time decides whether there is work to do
     */
    public static void main(String[] arguments) throws IOException {
        var learned = Path.of(arguments[0] + LearnedLanguage.RESOURCE);
        var languages = Path.of(arguments[1]);
        if (!isOlder(learned, languages)) {
            return;
        }
        refuseMistakes(languages);
        var all = DangerLanguage.all();
        LearnedLanguage.of(examples(all), all).write(Files.newOutputStream(learned));
    }

    private static void refuseMistakes(Path languages) throws IOException {
        var files = new LinkedHashMap<String, String>();
        for (var language : DangerLanguage.LANGUAGES) {
            files.put(language, Files.readString(languages.resolve(language + ".yaml")));
        }
        var findings = DangerLanguageCheck.findings(files);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "Correct these mistakes in " + languages + ":\n" + String.join("\n", findings));
        }
    }

    private static boolean isOlder(Path learned, Path languages) throws IOException {
        if (!Files.exists(learned)) {
            return true;
        }
        var made = Files.getLastModifiedTime(learned);
        try (var files = Files.list(languages)) {
            for (var file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Example> examples(List<DangerLanguage> languages) {
        var examples = new ArrayList<Example>();
        for (var language : languages) {
            language.examples()
                    .danger()
                    .forEach((kind, texts) -> texts.forEach(text -> examples.add(new Example(kind.word(), text))));
            language.examples().harmless().forEach(text -> examples.add(new Example(DangerClassifier.HARMLESS, text)));
        }
        return examples;
    }

    static DangerClassifier train(List<Example> examples, List<DangerLanguage> languages) {
        var features = new DangerFeatures(languages);
        var spelling = Spelling.of(languages, examples);
        var texts = examples.parallelStream()
                .map(example -> Hashed.of(features.of(spelling.read(example.text()))))
                .toList();
        var hashes = frequentHashes(texts);
        var nodes = texts.parallelStream().map(each -> each.nodes(hashes)).toArray(Feature[][]::new);
        var ratios = new LogCountRatios(examples, nodes, hashes.length);
        ratios.applyTo(nodes);
        Linear.disableDebugOutput();
        var models = IntStream.range(0, DangerClassifier.OUTCOMES)
                .parallel()
                .mapToObj(outcome -> model(outcome, examples, nodes, hashes.length))
                .toList();
        var weights = weights(models, ratios, hashes.length);
        int[] kept = weightiest(weights);
        return new DangerClassifier(
                features, IntStream.of(kept).map(i -> hashes[i]).toArray(), ofKept(weights, kept));
    }

    /** One outcome against all others. */
    private static Model model(int outcome, List<Example> examples, Feature[][] nodes, int features) {
        var problem = new Problem();
        problem.l = nodes.length;
        problem.n = features;
        problem.x = nodes;
        problem.y = examples.stream()
                .mapToDouble(example -> number(example.outcome()) == outcome ? 1 : 0)
                .toArray();
        return Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
    }

    /** The features of a text by the hashes of their names, which need much less memory than names. */
    private record Hashed(int[] hashes, float[] values) {

        static Hashed of(Map<String, Float> features) {
            var values = new TreeMap<Integer, Float>();
            features.forEach((feature, value) -> values.merge(feature.hashCode(), value, Float::sum));
            var hashed = new Hashed(new int[values.size()], new float[values.size()]);
            int i = 0;
            for (var feature : values.entrySet()) {
                hashed.hashes[i] = feature.getKey();
                hashed.values[i++] = feature.getValue();
            }
            return hashed;
        }

        /** The features that count, as the library wants them: numbered from 1, in the order of their numbers. */
        Feature[] nodes(int[] frequent) {
            var known = new ArrayList<FeatureNode>();
            double squares = 0;
            for (int i = 0; i < hashes.length; i++) {
                int at = Arrays.binarySearch(frequent, hashes[i]);
                if (at >= 0) {
                    known.add(new FeatureNode(at + 1, values[i]));
                }
                squares += values[i] * values[i];
            }
            double scale = DangerClassifier.scale(squares);
            known.forEach(node -> node.setValue(node.getValue() * scale));
            return known.toArray(Feature[]::new);
        }
    }

    private static int[] frequentHashes(List<Hashed> texts) {
        int[] all = texts.stream()
                .flatMapToInt(each -> IntStream.of(each.hashes()))
                .sorted()
                .toArray();
        return IntStream.range(0, all.length)
                .filter(i -> i + LEAST_OCCURRENCES <= all.length
                        && all[i + LEAST_OCCURRENCES - 1] == all[i]
                        && (i == 0 || all[i - 1] != all[i]))
                .map(i -> all[i])
                .toArray();
    }

    /** The features that weigh most, in their order: the others hardly change a judgment. */
    private static int[] weightiest(float[] weights) {
        return IntStream.range(0, weights.length / DangerClassifier.OUTCOMES)
                .boxed()
                .sorted(Comparator.comparing((Integer feature) -> -greatest(weights, feature)))
                .limit(MOST_FEATURES)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float greatest(float[] weights, int feature) {
        float greatest = 0;
        for (int i = 0; i < DangerClassifier.OUTCOMES; i++) {
            greatest = Math.max(greatest, Math.abs(weights[feature * DangerClassifier.OUTCOMES + i]));
        }
        return greatest;
    }

    private static float[] ofKept(float[] weights, int[] kept) {
        var ofKept = new float[kept.length * DangerClassifier.OUTCOMES];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(
                    weights,
                    kept[i] * DangerClassifier.OUTCOMES,
                    ofKept,
                    i * DangerClassifier.OUTCOMES,
                    DangerClassifier.OUTCOMES);
        }
        return ofKept;
    }

    private static int number(String outcome) {
        return Stream.of(DangerKind.values())
                .filter(kind -> kind.word().equals(outcome))
                .findFirst()
                .map(DangerKind::ordinal)
                .orElse(DangerClassifier.OUTCOMES - 1);
    }

    private static float[] weights(List<Model> models, LogCountRatios ratios, int features) {
        var ordered = new float[features * DangerClassifier.OUTCOMES];
        for (int outcome = 0; outcome < models.size(); outcome++) {
            var model = models.get(outcome);
            // The library counts for the label that it met first.
            int sign = model.getLabels()[0] == 1 ? 1 : -1;
            double[] weights = model.getFeatureWeights();
            for (int feature = 0; feature < features; feature++) {
                ordered[feature * DangerClassifier.OUTCOMES + outcome] =
                        (float) (sign * weights[feature] * ratios.of(feature));
            }
        }
        return ordered;
    }
}
