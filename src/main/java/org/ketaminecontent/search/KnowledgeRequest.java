package org.ketaminecontent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.Problem.Detail;

/**
 * The used parts of a knowledge request (HL7 Context-Aware Knowledge Retrieval, URL-based implementation guide): the
 * main
 * search criteria, the subtopics, recipient and language, and the format of the answer. Data on patients,
 * performers and places is not read.
 *
 * @param criteria at least one
 * @param recipient {@code PAT} or {@code PROV}, if given
 * @param language the language, if given
 * @param responseType a media type, if given
 */
record KnowledgeRequest(
        List<Criterion> criteria,
        List<Criterion> subTopics,
        @Nullable String recipient,
        @Nullable String language,
        @Nullable String responseType) {

    /** The maximum number of criteria and of subtopics; each takes a search. */
    static final int MOST = 5;

    private static final int LONGEST = 200;

    private static final Pattern CRITERION =
            Pattern.compile("(mainsearchcriteria|subtopic)\\.v\\.(cs|c|dn|ot)(\\d{0,2})");
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d{0,20}))+");

    /** Characters that XML 1.0 does not allow, and line breaks. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

    /**
     * A subject as code or text.
     *
     * @param code the code in its system
     * @param system an OID
     * @param display the system's name for the code
     * @param text the sender's name for it
     */
    record Criterion(
            @Nullable String code,
            @Nullable String system,
            @Nullable String display,
            @Nullable String text) {

        /** The name of the subject. */
        Optional<String> words() {
            return Optional.ofNullable(display).or(() -> Optional.ofNullable(text));
        }
    }

    /** A used parameter with its HL7 name. */
    record Read(String name, String value) {}

    /** @throws InvalidParameters if a used parameter is invalid */
    static KnowledgeRequest of(Map<String, List<String>> parameters) {
        var read = new TreeMap<String, String>();
        var errors = new ArrayList<Detail>();
        parameters.forEach((name, values) -> {
            var plain = name.strip().toLowerCase(Locale.ROOT);
            if (isRead(plain)) {
                // Records also send the names of empty parameters.
                values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .map(value -> normal(plain, value))
                        .ifPresent(value -> refusal(plain, value)
                                .ifPresentOrElse(
                                        why -> errors.add(Detail.ofParameter(name, ErrorCode.INVALID_VALUE, why)),
                                        () -> read.put(plain, value)));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
        var criteria = criteria("mainsearchcriteria", read);
        if (criteria.isEmpty()) {
            throw new InvalidParameters(
                    "mainSearchCriteria.v.c",
                    ErrorCode.INVALID_VALUE,
                    "The request needs a main search criterion: 'mainSearchCriteria.v.c' with 'mainSearchCriteria.v.cs',"
                            + " 'mainSearchCriteria.v.dn' or 'mainSearchCriteria.v.ot'.");
        }
        return new KnowledgeRequest(
                criteria,
                criteria("subtopic", read),
                read.get("informationrecipient"),
                read.get("informationrecipient.languagecode.c"),
                read.get("knowledgeresponsetype"));
    }

    /** Normalizes a value: media types in any case and with parameters, OIDs as URNs. */
    private static String normal(String name, String value) {
        if (name.equals("knowledgeresponsetype")) {
            return value.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
        }
        return name.contains(".v.cs") ? CodeSystem.withoutScheme(value) : value;
    }

    /** Tells whether the parameter with this lower-case name is used. */
    static boolean isRead(String name) {
        return CRITERION.matcher(name).matches()
                || name.equals("informationrecipient")
                || name.equals("informationrecipient.languagecode.c")
                || name.equals("knowledgeresponsetype");
    }

    private static Optional<String> refusal(String name, String value) {
        if (CodePoints.count(value) > LONGEST) {
            return Optional.of("The parameter '" + name + "' is longer than " + LONGEST + " characters.");
        }
        if (UNWRITABLE.matcher(value).find()) {
            return Optional.of("The parameter '" + name + "' has characters that XML answers cannot repeat.");
        }
        var criterion = CRITERION.matcher(name);
        return criterion.matches()
                        && criterion.group(2).equals("cs")
                        && CodeSystem.named(value).isEmpty()
                        && !OID.matcher(value).matches()
                ? Optional.of("The parameter '" + name + "' must be an object identifier (OID), such as"
                        + " 2.16.840.1.113883.6.90 for ICD-10-CM.")
                : Optional.empty();
    }

    private static List<Criterion> criteria(String kind, Map<String, String> read) {
        var byNumber = new TreeMap<Integer, Map<String, String>>();
        read.forEach((name, value) -> {
            var parts = CRITERION.matcher(name);
            if (parts.matches() && parts.group(1).equals(kind) && !value.isBlank()) {
                int number = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
                byNumber.computeIfAbsent(number, each -> new TreeMap<>()).put(parts.group(2), value.strip());
            }
        });
        return byNumber.values().stream()
                .limit(MOST)
                .map(each -> new Criterion(each.get("c"), each.get("cs"), each.get("dn"), each.get("ot")))
                .filter(each -> each.code() != null || each.words().isPresent())
                .toList();
    }

    /** The used parameters, which the answer repeats. */
    List<Read> asRead() {
        var all = new ArrayList<Read>();
        repeat("mainSearchCriteria", criteria, all);
        repeat("subTopic", subTopics, all);
        add("informationRecipient", recipient, all);
        add("informationRecipient.languageCode.c", language, all);
        return all;
    }

    private static void repeat(String kind, List<Criterion> criteria, List<Read> all) {
        for (int i = 0; i < criteria.size(); i++) {
            var number = i == 0 ? "" : String.valueOf(i);
            var each = criteria.get(i);
            add(kind + ".v.c" + number, each.code(), all);
            add(kind + ".v.cs" + number, each.system(), all);
            add(kind + ".v.dn" + number, each.display(), all);
            add(kind + ".v.ot" + number, each.text(), all);
        }
    }

    private static void add(String name, @Nullable String value, List<Read> all) {
        if (value != null) {
            all.add(new Read(name, value));
        }
    }
}
