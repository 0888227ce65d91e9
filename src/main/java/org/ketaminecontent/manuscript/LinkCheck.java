package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.Markdown;

/**
 * Checks that every citation, relation and link has a target, and that web links lead only to sources that the content
 * names.
 */
public class LinkCheck {

    private static final int LONGEST_TOLD = 200;

    private final LinkTargets links;
    private final Set<String> keys;
    private final Set<String> addresses;

    /** @param others the names of existing documents besides the manuscripts */
    public LinkCheck(List<Manuscript> manuscripts, Set<String> others) {
        keys = Stream.concat(manuscripts.stream().flatMap(LinkCheck::names), others.stream())
                .collect(Collectors.toSet());
        links = new LinkTargets(keys);
        addresses = manuscripts.stream()
                .flatMap(manuscript -> manuscript.content().addresses().stream())
                .collect(Collectors.toSet());
    }

    /** A link may have a former name of its target, which redirects; a citation shows the reference's present name. */
    private static Stream<String> names(Manuscript manuscript) {
        var former = manuscript.collection().equals("references")
                ? Stream.<String>empty()
                : manuscript.content().formerSlugs().stream().map(slug -> manuscript.collection() + "/" + slug);
        return Stream.concat(Stream.of(manuscript.key()), former);
    }

    /** Tells whether all its links have targets. */
    public boolean leadsSomewhere(Manuscript manuscript) {
        var body = manuscript.content().body();
        return manuscript.content().links().stream()
                        .allMatch(each -> keys.contains(each.collection() + "/" + each.slug()))
                && (body == null
                        || Markdown.citations(body).allMatch(slug -> keys.contains("references/" + slug))
                                && Markdown.links(body)
                                        .allMatch(link -> links.resolve(link).isPresent()));
    }

    List<Finding> findings(Manuscript manuscript) {
        var findings = new ArrayList<Finding>();
        for (var pointer : manuscript.content().links()) {
            if (!keys.contains(pointer.collection() + "/" + pointer.slug())) {
                findings.add(new Finding(
                        manuscript,
                        pointer.pointer(),
                        0,
                        "there is no " + pointer.collection() + "/" + pointer.slug()));
            }
        }
        var body = manuscript.content().body();
        if (body != null) {
            var lines = body.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                int line = i + 1;
                check(lines.get(i), message -> findings.add(new Finding(manuscript, "/body", line, message)));
            }
            Markdown.addresses(body)
                    .filter(link -> !addresses.contains(link.address()))
                    .forEach(link -> findings.add(new Finding(
                            manuscript,
                            "/body",
                            link.line(),
                            "the address " + AuthoredText.shortened(link.address(), LONGEST_TOLD)
                                    + " is not the address of a reference or crisis resource")));
        }
        if (manuscript.content().needsReference()
                && LinkTargets.cited(manuscript.content()).isEmpty()) {
            findings.add(new Finding(manuscript, "/body", 1, "cites no reference"));
        }
        return findings;
    }

    private void check(String line, Consumer<String> report) {
        Markdown.citations(line)
                .filter(slug -> !keys.contains("references/" + slug))
                .map(slug -> AuthoredText.shortened(slug, LONGEST_TOLD))
                .forEach(slug -> report.accept("there is no reference '" + slug + "' to cite"));
        Markdown.links(line)
                .filter(link -> links.resolve(link).isEmpty())
                .forEach(link -> report.accept("the link to '" + AuthoredText.shortened(link.slug(), LONGEST_TOLD)
                        + "' leads to "
                        + (links.candidates(link).isEmpty() ? "nothing" : "several documents: name the collection")));
        Markdown.unclosed(line)
                .forEach(opening -> report.accept("'" + opening + "' begins a citation or link that does not end"));
    }
}
