package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;

/** Draws the risks of documents. */
@ApplicationScoped
public class RiskPictures {

    /** The media type of drawings, for browsers and print. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; base-uri 'none'; sandbox";

    private final DocumentReader reader;

    RiskPictures(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * The picture of one risk, with the harms that balance it.
     *
     * @param name the document's slug or UUID
     * @throws Failure if the document or the risk does not exist, or has too many people to draw
     */
    public RestResponse<String> one(
            ContentType<?, ?> type, String name, String id, RoutingContext context, UriInfo uri) {
        var collection = type.collection();
        ParameterCheck.check(uri.getQueryParameters(), Map.of());
        var read = reader.read(collection, name, "", context, uri);
        var risks = read.document().risks();
        var risk = risks.stream()
                .filter(each -> each.id().equals(id) && each.picture() != null)
                .findFirst()
                .orElseThrow(() -> missing(collection, name, risks));
        var harms = risks.stream()
                .filter(each -> risk.balancedBy().contains(each.id()))
                .toList();
        return read.around()
                .rendering(IconArray.svg(risk, harms), Map.of())
                .as(MEDIA_TYPE)
                .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .described();
    }

    private static Failure missing(String collection, String name, List<RiskDocument> risks) {
        var drawn = risks.stream()
                .filter(each -> each.picture() != null)
                .map(RiskDocument::id)
                .toList();
        return new Failure(
                ErrorCode.NOT_FOUND,
                drawn.isEmpty()
                        ? collection + "/" + name + " has no risks to draw."
                        : "The risks of " + collection + "/" + name + " are " + String.join(", ", drawn) + ".");
    }
}
