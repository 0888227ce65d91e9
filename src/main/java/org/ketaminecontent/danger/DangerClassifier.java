package org.ketaminecontent.danger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Judges how likely a text is danger of each kind: logistic regression of each kind, and of harmless words, against all
 * others. Features are known by the hashes of their names alone, which keeps some sixty thousand of them in a megabyte.
 */
final class DangerClassifier {

    static final String HARMLESS = "harmless";
    /** Kinds in their order, and harmless words. */
    static final int OUTCOMES = DangerKind.values().length + 1;

    private final DangerFeatures features;
    private final int[] hashes;
    private final float[] weights;

    /**
     * @param hashes the hashes of the features' names, each greater than the one before
     * @param weights of the first feature for each outcome, then those of the second, and so on
     */
    DangerClassifier(DangerFeatures features, int[] hashes, float[] weights) {
        this.features = features;
        this.hashes = hashes;
        this.weights = weights;
    }

    /** The classifier that was made when the project was built. */
    static DangerClassifier built(DangerFeatures features) {
        try (InputStream file = DangerClassifier.class.getResourceAsStream(DangerTraining.RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(DangerTraining.RESOURCE + " is missing: it is made by the build");
            }
            return read(features, new DataInputStream(new BufferedInputStream(new GZIPInputStream(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DangerClassifier read(DangerFeatures features, DataInputStream in) throws IOException {
        var hashes = new int[in.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
        }
        var weights = new float[hashes.length * OUTCOMES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new DangerClassifier(features, hashes, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    /** The likelihood of each kind, from 0 to 1; together with that of harmless words they make 1. */
    Map<DangerKind, Double> judge(List<String> words) {
        var sums = new double[OUTCOMES];
        features.of(words).forEach((feature, value) -> add(sums, feature, value));
        double all = 0;
        for (int i = 0; i < OUTCOMES; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
            all += sums[i];
        }
        var likelihoods = new EnumMap<DangerKind, Double>(DangerKind.class);
        for (var kind : DangerKind.values()) {
            likelihoods.put(kind, sums[kind.ordinal()] / all);
        }
        return likelihoods;
    }

    private void add(double[] sums, String feature, float value) {
        int at = Arrays.binarySearch(hashes, feature.hashCode());
        for (int i = 0; at >= 0 && i < OUTCOMES; i++) {
            sums[i] += weights[at * OUTCOMES + i] * value;
        }
    }
}
