package org.ketaminecontent.testing;

import java.util.Set;
import java.util.stream.Collectors;

/** Metrics in the text format of Prometheus. */
public record Metrics(String text) {

    public static Metrics of(String text) {
        return new Metrics(text);
    }

    /**
     * The value of one series.
     *
     * @param series with its labels in order, such as {@code cache_gets_total{cache="answers",result="hit"}}
     */
    public double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + text));
    }

    /** The names of all series. */
    public Set<String> names() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
