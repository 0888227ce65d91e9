package org.ketaminecontent.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.ketaminecontent.http.RequestFacts;

/** Logs the application's addresses once the content is live. */
@ApplicationScoped
class StartupBanner {

    private static final Logger LOG = Logger.getLogger(StartupBanner.class);

    private final RequestFacts facts;

    StartupBanner(RequestFacts facts) {
        this.facts = facts;
    }

    /** Prints a key to the terminal, because a log would store it. */
    @SuppressWarnings("java:S106")
    void print(String key) {
        System.out.printf(
                "%nAn API key for the editorial API, shown only once: %s%nSend it as 'Authorization: Bearer …', or"
                        + " paste it at %s/studio%n%n",
                key, facts.home());
    }

    void print() {
        if (LaunchMode.current() != LaunchMode.TEST) {
            LOG.infof("Open %1$s in a browser; the API is at %1$s/v1, its description at %1$s/docs", facts.home());
        }
    }
}
