package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import org.jboss.logging.Logger;
import org.ketaminecontent.live.ChangeAction;

/** Logs each publication and each withdrawal in one line, once it is committed; many at once in one line together. */
@ApplicationScoped
class PublicationLog {

    private static final Logger LOG = Logger.getLogger("org.ketaminecontent.publications");

    /** A whole content pack would fill pages. */
    private static final int MOST_LINES = 20;

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publisher.Run run) {
        var published = of(run, ChangeAction.PUBLISHED);
        var withdrawn = of(run, ChangeAction.WITHDRAWN);
        if (published.size() + withdrawn.size() > MOST_LINES) {
            LOG.infof(
                    "Published %d documents and withdrew %d, up to change %d",
                    published.size(),
                    withdrawn.size(),
                    run.steps().get(run.steps().size() - 1).number());
        } else {
            published.forEach(step -> write("Published", step));
            withdrawn.forEach(step -> write("Withdrew", step));
        }
    }

    private static List<Publisher.Step> of(Publisher.Run run, ChangeAction action) {
        return run.steps().stream().filter(step -> step.action() == action).toList();
    }

    private static void write(String done, Publisher.Step step) {
        LOG.infof("%s %s, version %d, change %d", done, step.document(), step.version(), step.number());
    }
}
