package org.ketaminecontent.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ketaminecontent.http.RequestFacts;

/** Logs the application's addresses once the content is live. */
@ApplicationScoped
class StartupBanner {

    private static final Logger LOG = Logger.getLogger(StartupBanner.class);

    private final RequestFacts facts;
    private final boolean keySignIn;

    StartupBanner(RequestFacts facts, @ConfigProperty(name = "ketamine-content.studio.key-sign-in") boolean keySignIn) {
        this.facts = facts;
        this.keySignIn = keySignIn;
    }

    /** Prints a key to the terminal, because a log would store it. */
    @SuppressWarnings("java:S106")
    void print(String key) {
        System.out.printf(
                "%nAn API key for the editorial API, shown only once: %s%nSend it as 'Authorization: Bearer …'%s%n%n",
                key, keySignIn ? ", or paste it at " + facts.home() + "/studio" : "");
    }

    void print() {
        if (LaunchMode.current() != LaunchMode.TEST) {
            LOG.infof("Open %1$s in a browser; the API is at %1$s/v1, its description at %1$s/docs", facts.home());
        }
    }
}
