package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ketaminecontent.http.FailurePage;
import org.ketaminecontent.http.Problem;

/** Tells people of failures in a page of their own, everywhere but below the API. */
@ApplicationScoped
class Failing implements FailurePage {

    /** {@code templates/failure-page.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FailurePage(Problem problem, String base) implements TemplateInstance {}

    @Override
    public String contentSecurityPolicy() {
        return Frame.CONTENT_SECURITY_POLICY;
    }

    @Override
    public Optional<String> html(Problem problem, String path, String base) {
        return path.startsWith("/v1") ? Optional.empty() : Optional.of(new FailurePage(problem, base).render());
    }
}
