package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs an answer in one line if the server failed (ERROR), could not answer for the moment (WARN) or was slow (WARN);
 * refused requests at DEBUG. A line has the template of the path and no query. Each kind of an operation has a number of
 * lines a minute, so that clients cannot fill the disk; the next line tells how many were left out.
 */
@Singleton
class AnswerLog {

    private static final Logger LOG = Logger.getLogger("org.ketaminecontent.answers");

    private static final String CODE = AnswerLog.class.getName() + ".code";
    private static final String CAUSE = AnswerLog.class.getName() + ".cause";

    private final TraceIds traceIds;
    private final long slowNanos;
    private final Map<String, LogRate> rates = new ConcurrentHashMap<>();

    AnswerLog(TraceIds traceIds, HttpConfig config) {
        this.traceIds = traceIds;
        long nanos = config.slowAnswer().toNanos();
        slowNanos = nanos == 0 ? Long.MAX_VALUE : nanos;
    }

    /** Notes the error with which a request is answered. */
    static void note(RoutingContext context, ErrorCode code) {
        context.put(CODE, code);
    }

    /** Notes what made a request fail. */
    static void note(RoutingContext context, Throwable cause) {
        context.put(CAUSE, cause);
    }

    /**
     * Writes the line of a request that has ended, if it has one.
     *
     * @param isAnswered false if the client disconnected before
     */
    void ended(RoutingContext context, boolean isAnswered, long nanos) {
        ErrorCode code = context.get(CODE);
        int status = code == null ? context.response().getStatusCode() : code.status;
        if (status >= ErrorCode.INTERNAL_ERROR.status && code != ErrorCode.FORMAT_NOT_IMPLEMENTED) {
            failed(context, status, () -> line(context, isAnswered, nanos));
        } else if (nanos >= slowNanos) {
            limited(
                    "slow " + PathTemplate.of(context),
                    context,
                    Logger.Level.WARN,
                    "",
                    () -> "Slow: " + line(context, isAnswered, nanos));
        } else if (status >= ErrorCode.MALFORMED_REQUEST.status && LOG.isDebugEnabled()) {
            traceIds.mark(context, () -> LOG.debug(line(context, isAnswered, nanos)));
        }
    }

    private void failed(RoutingContext context, int status, Supplier<String> line) {
        Throwable cause = context.get(CAUSE);
        if (cause != null && LOG.isDebugEnabled()) {
            traceIds.mark(context, () -> LOG.debug(line.get(), cause));
        }
        limited(
                outcome(status, context.get(CODE)) + PathTemplate.of(context),
                context,
                status == ErrorCode.INTERNAL_ERROR.status ? Logger.Level.ERROR : Logger.Level.WARN,
                cause == null ? "" : ": " + FaultText.brief(cause),
                () -> "Failed: " + line.get());
    }

    private void limited(
            String kind, RoutingContext context, Logger.Level level, String reason, Supplier<String> line) {
        int before = rates.computeIfAbsent(kind, each -> new LogRate()).leftOut(System.nanoTime());
        if (before >= 0) {
            traceIds.mark(context, () -> LOG.log(level, line.get() + reason + LogRate.told(before)));
        }
    }

    private static String line(RoutingContext context, boolean isAnswered, long nanos) {
        ErrorCode code = context.get(CODE);
        var template = PathTemplate.of(context);
        return "%s, %s %s, %d ms"
                .formatted(
                        isAnswered ? outcome(context.response().getStatusCode(), code) : "no client",
                        context.request().method(),
                        template == null ? "no operation" : template,
                        TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static String outcome(int status, @Nullable ErrorCode code) {
        return code == null ? String.valueOf(status) : status + " " + code.code();
    }
}
