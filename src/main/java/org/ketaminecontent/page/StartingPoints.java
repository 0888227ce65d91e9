package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;

/** Documents to begin with, for readers who do not know yet what to look for. */
@ApplicationScoped
class StartingPoints {

    private static final String QUESTIONS = "faqs";
    private static final int MOST_READ = 200;
    private static final int MOST_SHOWN = 8;

    private static final List<String> FIRST = List.of(
            "topics/what-ketamine-is",
            "topics/benefits-at-a-glance",
            "topics/safety-and-monitoring",
            "topics/preparing-for-the-first-session");

    /** The topics for people who ask about a medicine. */
    private static final List<String> MEDICINES = List.of("topics/common-medicines", "topics/drug-interactions");

    private final DocumentReader reader;

    StartingPoints(DocumentReader reader) {
        this.reader = reader;
    }

    /** Questions that readers ask, taken from each theme in turn. */
    List<DocumentView.Link> questions(String base, RoutingContext context) {
        var themes = new LinkedHashMap<Theme, List<Document>>();
        var listed = reader.list(QUESTIONS, filter -> {}, null, MOST_READ, context);
        for (var question : listed.documents()) {
            var theme = question.searchText().theme();
            if (theme != null) {
                themes.computeIfAbsent(theme, each -> new ArrayList<>()).add(question);
            }
        }
        var questions = new ArrayList<DocumentView.Link>();
        for (int round = 0;
                questions.size() < MOST_SHOWN && round < listed.documents().size();
                round++) {
            for (var each : themes.values()) {
                if (round < each.size() && questions.size() < MOST_SHOWN) {
                    questions.add(link(each.get(round), base));
                }
            }
        }
        return questions;
    }

    /** Topics to read first. */
    List<DocumentView.Link> first(String base, RoutingContext context) {
        return named(FIRST, base, context);
    }

    /** Topics about other medicines. */
    List<DocumentView.Link> medicines(String base, RoutingContext context) {
        return named(MEDICINES, base, context);
    }

    private List<DocumentView.Link> named(List<String> names, String base, RoutingContext context) {
        var documents = reader.named(names, context);
        return names.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .map(each -> link(each, base))
                .toList();
    }

    private static DocumentView.Link link(Document document, String base) {
        return new DocumentView.Link(document.leaf().title(), base + "/" + document.type() + "/" + document.slug());
    }
}
