package org.ketaminecontent.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketaminecontent.http.DidYouMean;

/** Checks settings, each in one line that names it. */
final class SettingCheck {

    private static final String OURS = "ketamine-content.";
    private static final String VARIABLES = "KETAMINE_CONTENT_";

    /** Set by the application itself. */
    private static final String OWN = "ketamine-content.start.";

    /** An orchestrator makes these for a service of that name. */
    private static final String OF_A_SERVICE = ".*_(SERVICE_.*|PORT|PORT_.*)";

    private SettingCheck() {}

    /** The faults of all settings: values that they cannot have, and names that there are not. */
    static List<String> faults(SmallRyeConfig config) {
        var faults = new ArrayList<String>();
        SettingRules.KINDS.forEach((name, kind) -> config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank() && !kind.holds(value))
                .ifPresent(value ->
                        faults.add("The setting " + name + (name.contains("secret") ? "" : " is '" + value + "', which")
                                + " is not " + kind.words() + ".")));
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(OURS) && !name.startsWith(OWN) && !SettingRules.KINDS.containsKey(name)) {
                faults.add("There is no setting " + name + "." + DidYouMean.hint(name, SettingRules.KINDS.keySet()));
            }
        }
        return faults;
    }

    /** Environment variables that look like settings and are none; they are not faults, because others make some too. */
    static List<String> unknownVariables(Set<String> variables) {
        var known =
                SettingRules.KINDS.keySet().stream().map(SettingCheck::variable).collect(Collectors.toSet());
        return variables.stream()
                .filter(name -> name.startsWith(VARIABLES) && !name.matches(OF_A_SERVICE) && !known.contains(name))
                .sorted()
                .map(name -> "The environment variable " + name + " is no setting." + DidYouMean.hint(name, known))
                .toList();
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
