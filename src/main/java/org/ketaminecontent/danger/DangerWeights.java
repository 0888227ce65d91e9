package org.ketaminecontent.danger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The weights of a maximum-entropy model. Only hashes of the features are stored, because their names take several times the
 * memory.
 */
final class DangerWeights {

    private static final long HASH_BASIS = 0xcbf29ce484222325L;
    private static final long HASH_PRIME = 0x100000001b3L;

    private final List<String> outcomes;

    /** The hashes of the features, in ascending order. */
    private final long[] features;

    /** The weights for all outcomes of the first feature, then those of the second feature, and so on. */
    private final float[] weights;

    private DangerWeights(List<String> outcomes, long[] features, float[] weights) {
        this.outcomes = outcomes;
        this.features = features;
        this.weights = weights;
    }

    /** The weights that a training found. */
    @SuppressWarnings("unchecked")
    static DangerWeights of(AbstractModel model) {
        var parts = model.getDataStructures();
        var byHash = new TreeMap<Long, Context>();
        ((Map<String, Context>) parts[1]).forEach((feature, context) -> byHash.put(hash(feature), context));
        var outcomes = List.of((String[]) parts[2]);
        var weights = new float[byHash.size() * outcomes.size()];
        int feature = 0;
        for (var context : byHash.values()) {
            for (int i = 0; i < context.getOutcomes().length; i++) {
                weights[feature * outcomes.size() + context.getOutcomes()[i]] = (float) context.getParameters()[i];
            }
            feature++;
        }
        return new DangerWeights(
                outcomes, byHash.keySet().stream().mapToLong(Long::longValue).toArray(), weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(outcomes.size());
        for (var outcome : outcomes) {
            out.writeUTF(outcome);
        }
        out.writeInt(features.length);
        for (long feature : features) {
            out.writeLong(feature);
        }
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static DangerWeights read(DataInputStream in) throws IOException {
        var outcomes = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            outcomes.add(in.readUTF());
        }
        var features = new long[in.readInt()];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readLong();
        }
        var weights = new float[features.length * outcomes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new DangerWeights(outcomes, features, weights);
    }

    /** The place of an outcome among the likelihoods. */
    int place(String outcome) {
        return outcomes.indexOf(outcome);
    }

    /** The likelihood of each outcome from 0 to 1; they sum to 1. */
    double[] likelihoods(Map<String, Float> found) {
        var sums = new double[outcomes.size()];
        found.forEach((feature, value) -> {
            int at = Arrays.binarySearch(features, hash(feature));
            for (int i = 0; at >= 0 && i < sums.length; i++) {
                sums[i] += value * weights[at * sums.length + i];
            }
        });
        double most = Arrays.stream(sums).max().orElse(0);
        var likelihoods = Arrays.stream(sums).map(each -> Math.exp(each - most)).toArray();
        double all = Arrays.stream(likelihoods).sum();
        return Arrays.stream(likelihoods).map(each -> each / all).toArray();
    }

    /** FNV-1a, of 64 bits. */
    private static long hash(String feature) {
        long hash = HASH_BASIS;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * HASH_PRIME;
        }
        return hash;
    }
}
