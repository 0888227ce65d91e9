package org.ketaminecontent.http;

import java.util.Optional;

/** How a failure is told to people, in a browser. */
public interface FailurePage {

    /**
     * @param problem what went wrong
     * @param path of the request
     * @param base the address that links begin with
     * @return HTML; empty where programs read
     */
    Optional<String> html(Problem problem, String path, String base);

    /** The Content-Security-Policy of such a page. */
    String contentSecurityPolicy();
}
