package org.ketaminecontent.danger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Judges how likely a text is danger of each kind: logistic regression of each kind, and of harmless words, against all
 * others. Features are known by the hashes of their names alone and weights have two bytes, which keeps some hundred
 * thousand of them in little more than a megabyte.
 */
final class DangerClassifier {

    static final String HARMLESS = "harmless";
    /** Kinds in their order, and harmless words. */
    static final int OUTCOMES = DangerKind.values().length + 1;

    private static final double LENGTH = 8;
    /** The weight of harmless words if all of a text is unknown. */
    private static final double WEIGHT_OF_UNKNOWN = 4;

    private final DangerFeatures features;
    private final int[] hashes;
    private final short[] weights;
    private final float unit;

    /**
     * @param hashes the hashes of the features' names, each greater than the one before
     * @param weights of the first feature for each outcome, then those of the second, and so on
     */
    DangerClassifier(DangerFeatures features, int[] hashes, float[] weights) {
        this(features, hashes, new short[weights.length], greatest(weights) / Short.MAX_VALUE);
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] = (short) Math.round(weights[i] / unit);
        }
    }

    private DangerClassifier(DangerFeatures features, int[] hashes, short[] weights, float unit) {
        this.features = features;
        this.hashes = hashes;
        this.weights = weights;
        this.unit = unit;
    }

    private static float greatest(float[] weights) {
        float greatest = Float.MIN_NORMAL;
        for (float weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        return greatest;
    }

    /**
     * The factor for the features of a text that gives all texts the same length: what is written at length does not
     * weigh more than what is written in brief.
     *
     * @param squares the sum of the squares of the text's features, known or not: much that is unknown makes
     *     less certain
     */
    static double scale(double squares) {
        return LENGTH / Math.sqrt(Math.max(1, squares));
    }

    static DangerClassifier read(DangerFeatures features, DataInputStream in) throws IOException {
        var hashes = new int[in.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
        }
        float unit = in.readFloat();
        var weights = new short[hashes.length * OUTCOMES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readShort();
        }
        return new DangerClassifier(features, hashes, weights, unit);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        out.writeFloat(unit);
        for (short weight : weights) {
            out.writeShort(weight);
        }
    }

    /** The likelihood of each kind, from 0 to 1; together with that of harmless words they make 1. */
    Map<DangerKind, Double> judge(List<String> words) {
        var sums = sums(words);
        double all = 0;
        for (int i = 0; i < OUTCOMES; i++) {
            sums[i] = Math.exp(sums[i]);
            all += sums[i];
        }
        var likelihoods = new EnumMap<DangerKind, Double>(DangerKind.class);
        for (var kind : DangerKind.values()) {
            likelihoods.put(kind, sums[kind.ordinal()] / all);
        }
        return likelihoods;
    }

    private double[] sums(List<String> words) {
        var sums = new double[OUTCOMES];
        double squares = 0;
        double known = 0;
        for (var feature : features.of(words).entrySet()) {
            int at = Arrays.binarySearch(hashes, feature.getKey().hashCode());
            squares += feature.getValue() * feature.getValue();
            if (at >= 0) {
                known += feature.getValue() * feature.getValue();
                add(sums, at, feature.getValue());
            }
        }
        for (int i = 0; i < OUTCOMES; i++) {
            sums[i] *= unit * scale(squares);
        }
        double unknown = 1 - known / squares;
        sums[OUTCOMES - 1] += WEIGHT_OF_UNKNOWN * unknown * unknown;
        return sums;
    }

    private void add(double[] sums, int feature, float value) {
        for (int i = 0; i < OUTCOMES; i++) {
            sums[i] += weights[feature * OUTCOMES + i] * value;
        }
    }
}
