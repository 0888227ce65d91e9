package org.ketaminecontent.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.List;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.DocumentReader;

/** The titles of all documents for readers. They change rarely, and reading every document takes long. */
@ApplicationScoped
public class ArticleTitles {

    private static final int MOST = 200;
    private static final String NOT_REVIEWED = "not-reviewed";

    private final DocumentReader reader;
    private final ContentTypes contentTypes;
    private volatile Known known = new Known(-1, List.of());

    ArticleTitles(DocumentReader reader, ContentTypes contentTypes) {
        this.reader = reader;
        this.contentTypes = contentTypes;
    }

    /**
     * A document for readers.
     *
     * @param heading the name of its collection for readers
     */
    public record Title(String collection, String heading, String slug, String title, boolean isReviewed) {}

    /** The titles after a change. */
    private record Known(long contentVersion, List<Title> titles) {}

    /** All of them, in the order of lists. */
    public List<Title> all(RoutingContext context) {
        var present = known;
        long contentVersion = reader.everything(context).meta().contentVersion();
        if (present.contentVersion() != contentVersion) {
            present = new Known(contentVersion, read(context));
            // In a transaction, a draft may be among them, to be previewed.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                known = present;
            }
        }
        return present.titles();
    }

    private List<Title> read(RoutingContext context) {
        return contentTypes.articles().stream()
                .flatMap(type -> reader.heads(type.collection(), MOST, context).stream()
                        .map(each -> new Title(
                                type.collection(),
                                type.plural(),
                                each.path("slug").asText(),
                                each.path(type.titleProperty()).asText(),
                                !each.at("/review/status").asText().equals(NOT_REVIEWED))))
                .toList();
    }
}
