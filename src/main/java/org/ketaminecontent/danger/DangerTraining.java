package org.ketaminecontent.danger;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Makes the classifier from the examples of the language files. The build runs it. */
public final class DangerTraining {

    static final String RESOURCE = "/danger-classifier.bin.gz";

    /** A feature of one example alone says nothing about others. */
    private static final int LEAST_OCCURRENCES = 2;
    /** The cost of a wrong judgment beside large weights: small enough that no single feature decides. */
    private static final double COST = 1;

    private static final double PRECISION = 0.01;

    /** @param outcome the word of a kind, or {@code harmless} */
    record Example(String outcome, String text) {}

    private DangerTraining() {}

    /**
     * Writes the classifier into a folder of classes.
     *
     * @param arguments the folder, and the folder of the language files, whose time decides whether there is work to do
     */
    public static void main(String[] arguments) throws IOException {
        var classifier = Path.of(arguments[0] + RESOURCE);
        var languages = Path.of(arguments[1]);
        if (!isOlder(classifier, languages)) {
            return;
        }
        var all = DangerLanguage.all();
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(classifier))))) {
            train(examples(all), all).write(out);
        }
    }

    private static boolean isOlder(Path classifier, Path languages) throws IOException {
        if (!Files.exists(classifier)) {
            return true;
        }
        var made = Files.getLastModifiedTime(classifier);
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
        var reader = new DangerReader(languages, examples);
        var weighted = examples.stream()
                .map(example -> features.of(reader.read(example.text())))
                .toList();
        var hashes = frequentHashes(weighted);
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = hashes.length;
        problem.x = weighted.stream().map(each -> nodes(each, hashes)).toArray(Feature[][]::new);
        problem.y = examples.stream()
                .mapToDouble(example -> number(example.outcome()))
                .toArray();
        Linear.disableDebugOutput();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        return new DangerClassifier(features, hashes, weights(model));
    }

    private static int[] frequentHashes(List<Map<String, Float>> weighted) {
        Map<Integer, Integer> counts = new TreeMap<>();
        weighted.forEach(each -> each.keySet().forEach(feature -> counts.merge(feature.hashCode(), 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= LEAST_OCCURRENCES)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** The features that count, as the library wants them: numbered from 1, in the order of their numbers. */
    private static Feature[] nodes(Map<String, Float> weighted, int[] hashes) {
        var values = new TreeMap<Integer, Float>();
        weighted.forEach((feature, value) -> {
            int at = Arrays.binarySearch(hashes, feature.hashCode());
            if (at >= 0) {
                values.merge(at + 1, value, Float::sum);
            }
        });
        return values.entrySet().stream()
                .map(each -> new FeatureNode(each.getKey(), each.getValue()))
                .toArray(Feature[]::new);
    }

    private static int number(String outcome) {
        return Stream.of(DangerKind.values())
                .filter(kind -> kind.word().equals(outcome))
                .findFirst()
                .map(DangerKind::ordinal)
                .orElse(DangerClassifier.OUTCOMES - 1);
    }

    /** The library orders outcomes as it met them in the examples. */
    private static float[] weights(Model model) {
        var ordered = new float[model.getNrFeature() * DangerClassifier.OUTCOMES];
        for (int feature = 0; feature < model.getNrFeature(); feature++) {
            for (int i = 0; i < model.getNrClass(); i++) {
                ordered[feature * DangerClassifier.OUTCOMES + model.getLabels()[i]] =
                        (float) model.getDecfunCoef(feature + 1, i);
            }
        }
        return ordered;
    }
}
