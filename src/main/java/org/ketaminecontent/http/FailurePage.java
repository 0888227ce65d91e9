package org.ketaminecontent.http;

import java.util.Optional;

/** Renders failures as HTML for browsers. */
public interface FailurePage {

    /**
     * Renders a page.
     *
     * @param problem the failure
     * @param path the path of the request
     * @param base the address at the beginning of links
     * @return HTML; empty for paths used by programs
     */
    Optional<String> html(Problem problem, String path, String base);

    /** The Content-Security-Policy of such a page. */
    String contentSecurityPolicy();
}
