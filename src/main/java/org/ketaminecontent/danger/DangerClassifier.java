package org.ketaminecontent.danger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Estimates the likelihood of each kind of danger in a text with a maximum-entropy model (Apache OpenNLP). */
final class DangerClassifier {

    static final String HARMLESS = "harmless";

    private final DangerFeatures features;
    private final DangerWeights weights;

    DangerClassifier(DangerFeatures features, DangerWeights weights) {
        this.features = features;
        this.weights = weights;
    }

    /** The model built with the project. */
    static DangerClassifier built(DangerFeatures features) {
        try (InputStream file = DangerClassifier.class.getResourceAsStream(DangerTraining.RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(DangerTraining.RESOURCE + " is missing: the build generates it");
            }
            return new DangerClassifier(
                    features,
                    DangerWeights.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The likelihood of each kind, from 0 to 1; together with that of harmless words they sum to 1. */
    Map<DangerKind, Double> judge(List<String> words) {
        var outcomes = weights.likelihoods(features.of(words));
        var likelihoods = new EnumMap<DangerKind, Double>(DangerKind.class);
        for (var kind : DangerKind.values()) {
            likelihoods.put(kind, outcomes[weights.place(kind.word())]);
        }
        return likelihoods;
    }
}
