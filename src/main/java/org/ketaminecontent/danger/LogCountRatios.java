package org.ketaminecontent.danger;

import de.bwaldvogel.liblinear.Feature;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tells for each feature how differently often it occurs in danger and in harmless words (Wang and Manning, Baselines and
 * Bigrams, 2012). Training relies less on features that occur in both alike, which makes fewer mistakes with few examples.
 */
final class LogCountRatios {

    /** Added to each count, so that a feature that is missing in one of both does not decide. */
    private static final double SMOOTHING = 0.25;

    private static final double GREATEST = 2.5;
    /** The part of the factors that is the same for all features. */
    private static final double SAME_FOR_ALL = 0.3;

    private final double[] factors;

    /**
     * @param texts the features of each example, numbered from 1
     * @param features their number
     */
    LogCountRatios(List<DangerTraining.Example> examples, Feature[][] texts, int features) {
        var danger = new double[features];
        var harmless = new double[features];
        for (int i = 0; i < texts.length; i++) {
            var counts = examples.get(i).outcome().equals(DangerClassifier.HARMLESS) ? harmless : danger;
            for (var feature : texts[i]) {
                counts[feature.getIndex() - 1]++;
            }
        }
        double shift = Math.log(total(harmless) / total(danger));
        factors = IntStream.range(0, features)
                .mapToDouble(i -> Math.log((harmless[i] + SMOOTHING) / (danger[i] + SMOOTHING)) - shift)
                .map(ratio -> Math.min(GREATEST, Math.abs(ratio)))
                .toArray();
        double mean = Math.sqrt(
                DoubleStream.of(factors).map(each -> each * each).average().orElse(1));
        for (int i = 0; i < features; i++) {
            factors[i] = SAME_FOR_ALL + (1 - SAME_FOR_ALL) * factors[i] / mean;
        }
    }

    private static double total(double[] counts) {
        return DoubleStream.of(counts).map(each -> each + SMOOTHING).sum();
    }

    /** The factor of a feature, numbered from 0: about 1 on average. */
    double of(int feature) {
        return factors[feature];
    }

    /** Multiplies the values of all features with their factors. */
    void applyTo(Feature[][] texts) {
        for (var text : texts) {
            for (var feature : text) {
                feature.setValue(feature.getValue() * of(feature.getIndex() - 1));
            }
        }
    }
}
