package org.ketaminecontent.danger;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains the classifier with the examples of the language files. The build runs it. */
public final class DangerTraining {

    static final String RESOURCE = "/danger-weights.bin.gz";

    private static final int ITERATIONS = 100;
    /** A feature of only one example does not generalize. */
    private static final int LEAST_OCCURRENCES = 2;
    /** Keeps weights small, so that no single feature decides. */
    private static final double REGULARIZATION = 0.5;

    /**
     * A training example.
     *
     * @param outcome the name of a kind, or {@code harmless}
     */
    record Example(String outcome, String text) {}

    private DangerTraining() {}

    /**
     * Writes the classifier to a folder of classes.
     *
     * @param arguments the folder, and the folder of the language files; nothing is done if the classifier is newer
     * than these
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

    static DangerWeights train(List<Example> examples, List<DangerLanguage> languages) {
        var features = new DangerFeatures(languages);
        var reader = new DangerReader(languages, examples);
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, LEAST_OCCURRENCES);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, REGULARIZATION);
        parameters.put("PrintMessages", false);
        var trainer = new QNTrainer(parameters);
        trainer.init(parameters, new HashMap<>());
        try {
            return DangerWeights.of((AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(
                    examples.stream().map(each -> event(each, features, reader)).toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(Example example, DangerFeatures features, DangerReader reader) {
        var weighted = features.of(reader.read(example.text()));
        var values = new float[weighted.size()];
        int i = 0;
        for (var weight : weighted.values()) {
            values[i++] = weight;
        }
        return new Event(example.outcome(), weighted.keySet().toArray(String[]::new), values);
    }
}
