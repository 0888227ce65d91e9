package org.ketaminecontent.start;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.AccessConfig;
import org.ketaminecontent.access.ApiKeys;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.editorial.PackPublisher;
import org.ketaminecontent.editorial.ScheduledWork;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.live.ChangeWatch;
import org.ketaminecontent.pack.BrokenPack;
import org.ketaminecontent.pack.Pack;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.publishing.PublishedPack;

/**
 * Starts the application: checks the content pack, migrates the database, publishes the pack. A broken pack stops the
 * start; an unavailable database is waited for.
 */
@ApplicationScoped
public class ApplicationStart {

    private static final Logger LOG = Logger.getLogger(ApplicationStart.class);
    private static final long RETRY_SECONDS = 2;

    /**
     * The limit for publishing a pack. No requests are served before, and busy machines or slow disks take many times
     * the usual ten seconds; giving up would only begin again.
     */
    private static final int LONGEST_PUBLICATION_SECONDS = 1800;

    private final PackSource importer;
    private final PackPublisher packPublisher;
    private final ScheduledWork scheduledWork;
    private final ApiKeys keys;
    private final AccessConfig access;
    private final AuditTrail audit;
    private final Authorization authorization;
    private final boolean serving;
    private final String database;
    private final Flyway flyway;
    private final EntityManagerFactory entityManagerFactory;
    private final PublishedPack publishedPack;
    private final StartupBanner welcome;
    private final ChangeWatch watch;
    private final WarmUp warmUp;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "start");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ready;
    private @Nullable Pack pack;

    ApplicationStart(
            PackSource importer,
            PackPublisher packPublisher,
            ScheduledWork scheduledWork,
            ApiKeys keys,
            AccessConfig access,
            AuditTrail audit,
            Authorization authorization,
            @ConfigProperty(name = "quarkus.http.host-enabled") boolean serving,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            Flyway flyway,
            EntityManagerFactory entityManagerFactory,
            PublishedPack publishedPack,
            StartupBanner welcome,
            ChangeWatch watch,
            WarmUp warmUp) {
        this.importer = importer;
        this.packPublisher = packPublisher;
        this.scheduledWork = scheduledWork;
        this.keys = keys;
        this.access = access;
        this.audit = audit;
        this.authorization = authorization;
        this.serving = serving;
        // Its parameters may contain a password.
        this.database = database.replaceFirst("\\?.*", "");
        this.flyway = flyway;
        this.entityManagerFactory = entityManagerFactory;
        this.publishedPack = publishedPack;
        this.welcome = welcome;
        this.watch = watch;
        this.warmUp = warmUp;
    }

    /** Tells whether the content is live. */
    public boolean isReady() {
        return ready;
    }

    void begin(@Observes StartupEvent event) {
        SettingCheck.unknownVariables(System.getenv().keySet()).forEach(LOG::warn);
        attempt();
    }

    /** Called once, because it takes most of the start. */
    private Pack readPack() {
        try {
            if (pack == null) {
                pack = importer.read();
            }
            return pack;
        } catch (BrokenPack e) {
            LOG.error(e.getMessage());
            // The exception alone ends the start and leaves the process running.
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(e.getMessage(), 1);
        }
    }

    void end(@Observes ShutdownEvent event) {
        retries.shutdownNow();
    }

    private void attempt() {
        try {
            publish();
            // It is read only once, but takes as much memory as all that the application keeps.
            pack = null;
            var key = keys.bootstrap(access.bootstrapKey());
            beginAudit();
            watch.begin();
            ready = true;
            scheduledWork.begin();
            welcome.print();
            key.ifPresent(made -> welcome.print(made.text()));
            warmUp.begin();
        } catch (RuntimeException e) {
            if (!DatabaseFault.isPassing(e)) {
                throw e;
            }
            LOG.warnf("Waiting for the database: %s (quarkus.datasource.jdbc.url is %s)", rootMessage(e), database);
            // Errors in the pack are reported without a database too.
            readPack();
            retries.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Does nothing in a verification of the audit log, which must not write. */
    private void beginAudit() {
        if (!serving) {
            return;
        }
        audit.begin();
        if (access.secret().isEmpty() && LaunchMode.current() == LaunchMode.NORMAL && authorization.isEditingOn()) {
            LOG.warn("Editing is enabled, but ketamine-content.access.secret is not set: readers of the database can"
                    + " make previews, and owners of its tables can rewrite the audit log undetected");
        }
    }

    /** A pack that this build published before is live, and was checked. */
    private void publish() {
        var digest = importer.digest();
        if (publishedPack.is(digest)) {
            LOG.info("Content: unchanged since the last publication");
            return;
        }
        flyway.migrate();
        var present = readPack();
        entityManagerFactory.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        PackPublisher.Report report;
        try {
            report = patiently(() -> packPublisher.publish(present));
        } catch (RuntimeException e) {
            serveWhatIsLive(e);
            return;
        }
        publishedPack.become(digest);
        LOG.infof(
                "Content: %d published, %d unchanged, %d withdrawn",
                report.published(), report.unchanged(), report.withdrawn());
        report.kept()
                .forEach(each -> LOG.infof("Content: %s of the pack is not live: %s", each.document(), each.reason()));
    }

    /** The pack passed its checks, so the failure is due to the database's content; readers keep the live content. */
    private void serveWhatIsLive(RuntimeException why) {
        if (DatabaseFault.isPassing(why) || !patiently(packPublisher::renew)) {
            throw why;
        }
        LOG.error(
                "The content pack cannot be published; the live content stays as it is. The next start tries again",
                why);
    }

    private static <T> T patiently(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_PUBLICATION_SECONDS)
                .call(work);
    }

    private void retry() {
        try {
            attempt();
        } catch (PreventFurtherStepsException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The content cannot be published", e);
            Quarkus.asyncExit(1);
        }
    }

    private static String rootMessage(Throwable throwable) {
        var cause = throwable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
