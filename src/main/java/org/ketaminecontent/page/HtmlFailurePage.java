package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.DidYouMean;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.FailurePage;
import org.ketaminecontent.http.Problem;

/** Tells people of failures in a page of their own, everywhere but below the API. */
@ApplicationScoped
class HtmlFailurePage implements FailurePage {

    private static final Set<ErrorCode> MISSING = Set.of(ErrorCode.NOT_FOUND, ErrorCode.DOCUMENT_NOT_FOUND);

    /** The problem's own detail is for programs: it names addresses of the API. */
    private static final String NO_PAGE =
            "There is no page at this address. It may have been mistyped or shortened. Search for the page, or go to the"
                    + " start.";

    /** {@code templates/failure-page.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FailurePage(
            Problem problem,
            String title,
            String detail,
            @Nullable String nearest,
            String nearestInWords,
            @Nullable String reason,
            @Nullable String successor,
            String successorInWords,
            String base)
            implements TemplateInstance {}

    @Override
    public String contentSecurityPolicy() {
        return PageFrame.CONTENT_SECURITY_POLICY;
    }

    @Override
    public Optional<String> html(Problem problem, String path, String base) {
        if (path.startsWith("/v1")) {
            return Optional.empty();
        }
        var successor = told("successor", problem);
        var title = told("successorTitle", problem);
        var words = title == null ? words(successor) : title;
        boolean isMissing = MISSING.contains(problem.code());
        var nearest = isMissing ? nearest(problem, path) : null;
        return Optional.of(new FailurePage(
                        problem,
                        isMissing ? "Page not found" : problem.title(),
                        isMissing ? NO_PAGE : problem.detail(),
                        nearest,
                        words(nearest),
                        told("reason", problem),
                        successor,
                        words,
                        base)
                .render());
    }

    /** The name of the document that the problem takes for the meant one; null if there is none. */
    private static @Nullable String nearest(Problem problem, String path) {
        var collection = path.substring(1, Math.max(1, path.lastIndexOf('/')));
        return collection.contains("/")
                ? null
                : DidYouMean.suggestedIn(problem.detail())
                        .map(slug -> collection + "/" + slug)
                        .orElse(null);
    }

    /** The name of a document as a reader knows it: the last part of its address in words. */
    private static String words(@Nullable String name) {
        return name == null
                ? ""
                : name.substring(name.indexOf('/') + 1, name.indexOf('/') + 2).toUpperCase(Locale.ROOT)
                        + name.substring(name.indexOf('/') + 2).replace('-', ' ');
    }

    /** A member that a withdrawal has; null if it is absent, or the problem is no withdrawal. */
    private static @Nullable String told(String member, Problem problem) {
        return problem.code() == ErrorCode.WITHDRAWN && problem.extensions().get(member) instanceof String text
                ? text
                : null;
    }
}
