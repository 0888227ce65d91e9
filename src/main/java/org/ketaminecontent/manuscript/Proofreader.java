package org.ketaminecontent.manuscript;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.ketaminecontent.text.Markdown;
import org.ketaminecontent.text.Slug;

/** Checks manuscripts against all rules, and reports every finding. */
public class Proofreader {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator();

    /** The limit for a whole pack; one document takes milliseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final BannedPhrases bannedPhrases;
    private final RuleCheck rules;
    private final FieldCheck fields;
    private final GradeCheck grades;
    private final Clock clock;

    /** @param clock tells how old a dated statement is */
    public Proofreader(Rulebook rulebook, Clock clock) {
        this.clock = clock;
        bannedPhrases = new BannedPhrases(rulebook.bannedPhrases());
        rules = new RuleCheck(rulebook.languageRules());
        fields = new FieldCheck(rulebook.fieldRules());
        grades = new GradeCheck(rulebook.grades());
    }

    /** The banned phrases in a text outside of documents, each with its reason. */
    public List<String> bannedPhrases(String text) {
        return new LanguageCheck(bannedPhrases).phrases(text);
    }

    /**
     * Checks these manuscripts together, as all content that will be live.
     *
     * @param others further documents, as {@code collection/slug}, that links may lead to
     */
    public List<Finding> read(List<Manuscript> manuscripts, Set<String> others) {
        return read(manuscripts, List.of(), others, TimeBudget.of(LONGEST));
    }

    /**
     * Checks manuscripts that become live beside others, which are not checked again.
     *
     * @param beside the live sources, which rules on citations need, and the live documents with the same risks
     * @param others further documents, as {@code collection/slug}, that links may lead to
     * @param budget the time limit; each manuscript that is not checked in time gets a finding
     */
    public List<Finding> read(
            List<Manuscript> manuscripts, List<Manuscript> beside, Set<String> others, TimeBudget budget) {
        var findings = new ArrayList<Finding>();
        var sound = new ArrayList<Manuscript>();
        for (var manuscript : manuscripts) {
            var structural = structure(manuscript);
            findings.addAll(structural);
            if (structural.isEmpty()) {
                sound.add(manuscript);
            }
        }
        var all = joined(manuscripts, beside);
        var allSound = joined(sound, beside);
        findings.addAll(names(all));
        findings.addAll(positions(allSound));
        var links = new LinkCheck(all, others);
        var language = new LanguageCheck(bannedPhrases);
        var numbers = new RiskCheck(beside);
        var types = RuleCheck.types(allSound);
        var products = new ProductCheck(allSound);
        for (var manuscript : sound) {
            findings.addAll(budget.isSpent() ? List.of() : links.findings(manuscript));
            findings.addAll(
                    budget.isSpent() ? List.of(TimeBudget.finding(manuscript)) : language.findings(manuscript, budget));
            findings.addAll(numbers.findings(manuscript));
            findings.addAll(AskedAsCheck.findings(manuscript));
            findings.addAll(rules.findings(manuscript, types, budget));
            findings.addAll(fields.findings(manuscript, budget));
            findings.addAll(grades.findings(manuscript));
            findings.addAll(products.findings(manuscript));
            findings.addAll(AsOfCheck.findings(manuscript, LocalDate.now(clock)));
        }
        return findings;
    }

    private static List<Manuscript> joined(List<Manuscript> some, List<Manuscript> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Findings on size and fields; a manuscript with any is not checked further. */
    private static List<Finding> structure(Manuscript manuscript) {
        try {
            AuthoredTree.checked(AuthoredJson.tree(manuscript.content()));
        } catch (AuthoredJson.Unreadable e) {
            return List.of(new Finding(manuscript, e.pointer(), 0, e.reason()));
        }
        var body = manuscript.content().body();
        if (body != null && Markdown.isNestedTooDeeply(body)) {
            return List.of(new Finding(manuscript, "/body", 1, "quotes, lists or emphasis are nested too deeply"));
        }
        return VALIDATOR.validate(manuscript.content()).stream()
                .map(violation -> new Finding(
                        manuscript, pointer(violation.getPropertyPath().toString()), 0, violation.getMessage()))
                .toList();
    }

    /** Converts {@code keyFacts[0].statement} to {@code /keyFacts/0/statement}. */
    private static String pointer(String path) {
        return "/"
                + path.replaceAll("\\[(\\d+)]", ".$1")
                        .replaceAll("\\.<[^>]*>", "")
                        .replace('.', '/');
    }

    /** Names must be well formed and belong to one document each, including former names. */
    private static List<Finding> names(List<Manuscript> manuscripts) {
        var findings = new ArrayList<Finding>();
        var owners = new HashMap<String, Manuscript>();
        for (var manuscript : manuscripts) {
            if (!Slug.isValid(manuscript.slug())) {
                findings.add(new Finding(
                        manuscript,
                        "",
                        0,
                        "the slug '" + manuscript.slug()
                                + "' must be lower-case letters and digits joined by hyphens, 80 at most"));
            }
            claim(owners, manuscript, manuscript.key(), findings);
        }
        for (var manuscript : manuscripts) {
            for (var former : manuscript.content().formerSlugs()) {
                claim(owners, manuscript, manuscript.collection() + "/" + former, findings);
            }
        }
        return findings;
    }

    private static void claim(
            HashMap<String, Manuscript> owners, Manuscript manuscript, String key, List<Finding> findings) {
        var owner = owners.putIfAbsent(key, manuscript);
        if (owner != null) {
            findings.add(new Finding(manuscript, "/formerSlugs", 0, "'" + key + "' already names " + owner.key()));
        }
    }

    /** With two documents at one position, their order would be arbitrary. */
    private static List<Finding> positions(List<Manuscript> manuscripts) {
        var findings = new ArrayList<Finding>();
        var taken = new HashMap<String, Manuscript>();
        for (var manuscript : manuscripts) {
            var position = manuscript.content().position();
            var other = position == null ? null : taken.putIfAbsent(manuscript.collection() + position, manuscript);
            if (other != null) {
                findings.add(new Finding(
                        manuscript, "/position", 0, position + " is already the position of " + other.key()));
            }
        }
        return findings;
    }
}
