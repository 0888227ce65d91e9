package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.text.Prose;

/**
 * Checks risks: the numbers are consistent, the sentences state the same numbers, and each benefit has a harm beside
 * it.
 */
class RiskCheck {

    private static final Set<Integer> SCALES = Set.of(100, 1000, 10_000);

    /** The highest Flesch–Kincaid grade of a risk's sentences. */
    private static final double HIGHEST_GRADE = 7.0;

    /** A sample with fewer people in a group is small. */
    private static final int SMALL = 30;

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    /** A count out of a number of people. */
    private static final Pattern SHARE = Pattern.compile("\\b(\\d[\\d,]*+) of (?:the |about )?(\\d[\\d,]*+)");

    private static final Pattern IN_FACT = Pattern.compile("\\bin fact\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern RELAPSE =
            Pattern.compile("\\b(?:relapse\\w*|came back|lasted?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE = Pattern.compile("\\b(?:none|nobody|no one)\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, Manuscript> first = new HashMap<>();

    /** @param others documents whose risks are right */
    RiskCheck(List<Manuscript> others) {
        others.forEach(each -> each.content().risks().forEach(risk -> first.putIfAbsent(risk.id(), each)));
    }

    List<Finding> findings(Manuscript manuscript) {
        var findings = new ArrayList<Finding>();
        var risks = manuscript.content().risks();
        var ids = new HashSet<String>();
        for (int i = 0; i < risks.size(); i++) {
            var risk = risks.get(i);
            var report = new Report(manuscript, "/risks/" + i, findings);
            if (!ids.add(risk.id())) {
                report.at("/id", "'" + risk.id() + "' appears twice");
            }
            scale(risk, risks.get(0).per(), report);
            arm(risk.with(), risk.per(), "/with", report);
            if (risk.without() != null) {
                arm(risk.without(), risk.per(), "/without", report);
            }
            comparison(risk, report);
            observed(risk, report);
            words(risk, report);
            balance(risk, risks, report);
            sameEverywhere(manuscript, risk, report);
        }
        order(manuscript, risks, findings);
        return findings;
    }

    /** Benefits come first, then their duration, then harms. */
    private static void order(Manuscript manuscript, List<Risk> risks, List<Finding> findings) {
        boolean hoped = risks.stream().anyMatch(RiskCheck::isBenefit);
        if (hoped
                && !isBenefit(risks.get(0))
                && !RELAPSE.matcher(risks.get(0).outcome()).find()) {
            findings.add(new Finding(
                    manuscript,
                    "/risks/0",
                    0,
                    "the main benefit comes first, then its duration, then harms: move this down",
                    false));
        }
    }

    private static boolean isBenefit(Risk risk) {
        return risk.direction() == Risk.Direction.BENEFIT;
    }

    /** Reports findings at a place in a manuscript. */
    private record Report(Manuscript manuscript, String place, List<Finding> findings) {
        void at(String pointer, String message) {
            findings.add(new Finding(manuscript, place + pointer, 0, message));
        }
    }

    private static void scale(Risk risk, int perOfDocument, Report report) {
        if (!SCALES.contains(risk.per())) {
            report.at("/per", "must be 100, 1000 or 10000");
        } else if (risk.per() != perOfDocument) {
            report.at("/per", "must be " + perOfDocument + " like the other risks of the document");
        }
    }

    private static void arm(Risk.Arm arm, int per, String pointer, Report report) {
        var low = arm.low();
        var high = arm.high();
        if ((low == null) != (high == null)) {
            report.at(pointer, "must have both ends of the interval, or neither");
        }
        if (arm.count() > per
                || (low != null && low > arm.count())
                || (high != null && (high < arm.count() || high > per))) {
            report.at(pointer, "must hold 0 ≤ low ≤ count ≤ high ≤ per");
        }
    }

    private static void comparison(Risk risk, Report report) {
        boolean compared = risk.without() != null;
        if (compared == (risk.comparatorType() == Risk.ComparatorType.NONE)) {
            report.at("/comparatorType", "must be 'none' if, and only if, there is no comparison group");
        }
        if (compared != (risk.text().without() != null)) {
            report.at("/text/without", "must be given if, and only if, there is a comparison group");
        }
        if ((risk.intervalBasis() == null) != (risk.with().low() == null)) {
            report.at("/intervalBasis", "must be given if, and only if, there is an interval");
        }
    }

    /** The observed counts must agree with the displayed counts, give or take one. */
    private static void observed(Risk risk, Report report) {
        var observed = risk.observed();
        if (observed == null) {
            return;
        }
        observed(observed.with(), risk.with(), risk.per(), "/observed/with", report);
        if (observed.without() != null && risk.without() != null) {
            observed(observed.without(), risk.without(), risk.per(), "/observed/without", report);
        }
        boolean small = observed.with().total() < SMALL
                || (observed.without() != null && observed.without().total() < SMALL);
        if (small != risk.smallSample()) {
            report.at(
                    "/smallSample",
                    "must be " + small + ": a small sample has fewer than " + SMALL + " people in a group");
        }
    }

    private static void observed(Risk.Observed.Count count, Risk.Arm arm, int per, String pointer, Report report) {
        if (count.events() > count.total()) {
            report.at(pointer, "has more events than people");
        } else if (count.events() > 0 && arm.count() == 0) {
            report.at(
                    pointer, "rounds " + count.events() + " people to none: use the next larger per in this document");
        } else if (Math.abs(Math.round((double) count.events() * per / count.total()) - arm.count()) > 1) {
            report.at(pointer, count.events() + " of " + count.total() + " is not " + arm.count() + " of " + per);
        }
    }

    private static void words(Risk risk, Report report) {
        var text = risk.text();
        states(text.with(), "/text/with", risk.with().count(), risk.per(), report);
        states(text.positive(), "/text/positive", risk.per() - risk.with().count(), risk.per(), report);
        var without = risk.without();
        if (without != null && text.without() != null) {
            states(text.without(), "/text/without", without.count(), risk.per(), report);
            states(text.positive(), "/text/positive", risk.per() - without.count(), risk.per(), report);
        }
        var all = new ArrayList<>(List.of(text.with(), text.positive()));
        if (text.without() != null) {
            all.add(text.without());
        }
        var grade = Prose.grade(all);
        if (grade != null && grade > HIGHEST_GRADE) {
            report.at("/text", "reading grade " + grade + " is over " + HIGHEST_GRADE);
        }
    }

    private static void states(String text, String pointer, int count, int per, Report report) {
        var numbers = NUMBER.matcher(text)
                .results()
                .map(match -> match.group().replace(",", ""))
                .toList();
        for (int number : new int[] {count, per}) {
            if (!numbers.contains(String.valueOf(number))
                    && !(number == 0 && NONE.matcher(text).find())) {
                report.at(pointer, "does not say " + number);
            }
        }
        for (var sentence : Prose.sentences(text)) {
            if (!IN_FACT.matcher(sentence).find()) {
                SHARE.matcher(sentence)
                        .results()
                        .filter(match -> !match.group(2).replace(",", "").equals(String.valueOf(per)))
                        .forEach(match -> report.at(
                                pointer,
                                "says \"" + match.group() + "\" beside a picture of " + per
                                        + " people: leave it out, or write \"in fact\" before the real count"));
            }
        }
    }

    /** A benefit must be shown with a harm of the same product. */
    private static void balance(Risk risk, List<Risk> risks, Report report) {
        var balancing = risks.stream()
                .filter(each -> risk.balancedBy().contains(each.id()))
                .toList();
        if (balancing.size() < risk.balancedBy().size()) {
            report.at("/balancedBy", "names a risk that is not in this document");
        }
        if (isBenefit(risk) && balancing.stream().noneMatch(each -> isHarm(each, risk.product()))) {
            report.at("/balancedBy", "names no harm of the same product");
        }
        if (balancing.stream().anyMatch(each -> isNonMedical(each) != isNonMedical(risk))) {
            report.at("/balancedBy", "balances treatment with non-medical use");
        }
    }

    private static boolean isHarm(Risk risk, @Nullable Product product) {
        return risk.direction() == Risk.Direction.HARM && risk.product() == product;
    }

    private static boolean isNonMedical(Risk risk) {
        return risk.product() == Product.KETAMINE_NON_MEDICAL;
    }

    /** The same number must have the same words in every document. */
    private void sameEverywhere(Manuscript manuscript, Risk risk, Report report) {
        var other = first.putIfAbsent(risk.id(), manuscript);
        if (other != null
                && other.content().risks().stream()
                        .noneMatch(each ->
                                each.id().equals(risk.id()) && alike(each).equals(alike(risk)))) {
            report.at("/id", "'" + risk.id() + "' has other values or texts in " + other.key());
        }
    }

    /** The fields that must be equal in all documents. */
    private static List<Object> alike(Risk risk) {
        return List.of(risk.outcome(), risk.product(), risk.timeframe(), risk.with(), risk.text(), risk.limit());
    }
}
