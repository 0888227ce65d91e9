package org.ketaminecontent.embed;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.page.CountryContacts;
import org.ketaminecontent.page.DocumentView;
import org.ketaminecontent.page.PageBody;
import org.ketaminecontent.page.ReviewCoverage;
import org.ketaminecontent.page.ReviewLine;

/** Reads what is embedded, and what must stand beside it. */
@ApplicationScoped
class Embeds {

    static final int MOST_QUESTIONS = 100;
    static final int MOST_CONTACTS = 100;

    /** The country where none is named: that of the content. */
    private static final String USUAL_COUNTRY = "US";

    private final DocumentReader reader;
    private final ContentTypes contentTypes;
    private final ReviewCoverage stateOfReview;

    Embeds(DocumentReader reader, ContentTypes contentTypes, ReviewCoverage stateOfReview) {
        this.reader = reader;
        this.contentTypes = contentTypes;
        this.stateOfReview = stateOfReview;
    }

    /** @throws Failure where there is no such thing */
    EmbedContent read(EmbedTarget target, EmbedStyle looks, RoutingContext context, UriInfo uri) {
        return read(target, looks, "", context, uri);
    }

    /**
     * @param place the path of documents, such as {@code /embed/}, so that a former slug redirects to the present one;
     * empty if it needs no redirect
     * @throws Failure where there is no such thing
     */
    EmbedContent read(EmbedTarget target, EmbedStyle looks, String place, RoutingContext context, UriInfo uri) {
        if (target instanceof EmbedTarget.OneDocument document) {
            return document(document, looks, place, context, uri);
        }
        if (target instanceof EmbedTarget.Questions questions) {
            return questions(questions, looks, context);
        }
        return target instanceof EmbedTarget.Contacts contacts
                ? contacts(contacts, looks, context)
                : searchBox(target, looks, context);
    }

    private EmbedContent document(
            EmbedTarget.OneDocument target, EmbedStyle looks, String place, RoutingContext context, UriInfo uri) {
        if (!reader.has(target.collection())) {
            throw EmbedTarget.unknown(reader.everything(context).base());
        }
        var read = reader.read(target.collection(), target.slug(), place, context, uri);
        var document = read.document();
        var view =
                DocumentView.of(read, contentTypes, looks.headingLevel(), PageBody.FRAME, parts(target, looks, read));
        var around = read.around();
        // By its present slug, whatever it was asked for by.
        var present = new EmbedTarget.OneDocument(document.type(), document.slug(), target.anchor());
        return new EmbedContent(
                present,
                looks,
                view.title(),
                List.of(view),
                List.of(),
                view.crisisSupport() ? around.meta().crisis() : null,
                view.review(),
                view.version(),
                view.updated(),
                around);
    }

    private static List<PageContent.Part> parts(
            EmbedTarget.OneDocument target, EmbedStyle looks, DocumentReader.Read read) {
        var leaf = read.document().leaf();
        var anchor = target.anchor();
        if (anchor != null) {
            return List.of(EmbedTarget.part(leaf, anchor));
        }
        return looks.isFull() ? leaf.parts() : leaf.brief();
    }

    private EmbedContent questions(EmbedTarget.Questions target, EmbedStyle looks, RoutingContext context) {
        var listed = reader.list(
                EmbedTarget.FAQS,
                filter -> filter.any("theme in :theme", "theme", target.about()),
                null,
                MOST_QUESTIONS,
                context);
        var around = listed.around();
        int level = DocumentView.below(looks.headingLevel());
        var views = listed.documents().stream()
                .map(each -> new DocumentReader.Read(each, new LinkedDocuments(around.base(), Map.of()), around))
                .map(each -> DocumentView.of(
                        each,
                        contentTypes,
                        level,
                        PageBody.FRAME,
                        looks.isFull() ? each.document().leaf().parts() : List.of()))
                .toList();
        boolean needsCrisis = views.stream().anyMatch(DocumentView::crisisSupport);
        return new EmbedContent(
                target,
                looks,
                title(target),
                views,
                List.of(),
                needsCrisis ? around.meta().crisis() : null,
                review(listed.documents()),
                0,
                updated(listed.documents()),
                around);
    }

    private static String title(EmbedTarget.Questions target) {
        return "Questions about ketamine therapy"
                + (target.about().isEmpty()
                        ? ""
                        : ": "
                                + target.about().stream()
                                        .map(Theme::words)
                                        .map(each -> Character.toLowerCase(each.charAt(0)) + each.substring(1))
                                        .collect(Collectors.joining(", ")));
    }

    /** Those that concern the reader; of all countries where all of it is to be shown. */
    private EmbedContent contacts(EmbedTarget.Contacts target, EmbedStyle looks, RoutingContext context) {
        var listed = reader.list(EmbedTarget.CONTACTS, filter -> {}, null, MOST_CONTACTS, context);
        var around = listed.around();
        var own = Objects.requireNonNullElse(target.country(), USUAL_COUNTRY);
        var near = Set.copyOf(CountryContacts.first(own));
        var countries =
                CountryContacts.ordered(listed.documents(), around.base() + "/" + EmbedTarget.CONTACTS, own).stream()
                        .filter(each -> looks.isFull() || near.contains(each.code()))
                        .toList();
        return new EmbedContent(
                target,
                looks,
                "Help in a crisis",
                List.of(),
                countries,
                null,
                review(listed.documents()),
                0,
                updated(listed.documents()),
                around);
    }

    private EmbedContent searchBox(EmbedTarget target, EmbedStyle looks, RoutingContext context) {
        var around = reader.everything(context);
        return new EmbedContent(
                target,
                looks,
                "Search what is known about ketamine therapy",
                List.of(),
                List.of(),
                around.meta().crisis(),
                stateOfReview.line(context),
                0,
                null,
                around);
    }

    /** Each state of review once. */
    private static String review(List<Document> documents) {
        return documents.stream().map(ReviewLine::of).distinct().collect(Collectors.joining(" "));
    }

    private static @Nullable String updated(List<Document> documents) {
        return documents.stream()
                .map(Document::updatedAt)
                .max(Comparator.<Instant>naturalOrder())
                .map(each -> DocumentView.DAY.format(each.atZone(ZoneOffset.UTC)))
                .orElse(null);
    }
}
