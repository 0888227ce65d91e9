package org.ketaminecontent.danger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;

/** Estimates the likelihood of each kind of danger in a text with a maximum-entropy model (Apache OpenNLP). */
final class DangerClassifier {

    static final String HARMLESS = "harmless";

    private final DangerFeatures features;
    private final MaxentModel model;

    DangerClassifier(DangerFeatures features, MaxentModel model) {
        this.features = features;
        this.model = model;
    }

    /** The model built with the project. */
    static DangerClassifier built(DangerFeatures features) {
        try (InputStream file = DangerClassifier.class.getResourceAsStream(DangerTraining.RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(DangerTraining.RESOURCE + " is missing: the build generates it");
            }
            var unpacked = new BufferedInputStream(new GZIPInputStream(file));
            return new DangerClassifier(
                    features, new GenericModelReader(new BinaryFileDataReader(unpacked)).getModel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The likelihood of each kind, from 0 to 1; together with that of harmless words they sum to 1. */
    Map<DangerKind, Double> judge(List<String> words) {
        var weighted = features.of(words);
        var values = new float[weighted.size()];
        int i = 0;
        for (var weight : weighted.values()) {
            values[i++] = weight;
        }
        var outcomes = model.eval(weighted.keySet().toArray(String[]::new), values);
        var likelihoods = new EnumMap<DangerKind, Double>(DangerKind.class);
        for (var kind : DangerKind.values()) {
            likelihoods.put(kind, outcomes[model.getIndex(kind.word())]);
        }
        return likelihoods;
    }
}
