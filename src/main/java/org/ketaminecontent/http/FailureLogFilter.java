package org.ketaminecontent.http;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Reduces libraries' log messages on failed requests to one line each, and to a number of lines a minute (see {@link
 * LogRate}). No part of the request is logged.
 */
@LoggingFilter(name = "faults")
public final class FailureLogFilter implements Filter {

    /** Loggers that clients can trigger. */
    private static final PatternFormatter TEXT = new PatternFormatter("%s");

    private static final List<String> FROM_OUTSIDE = List.of(
            "io.quarkus.vertx.http",
            "io.vertx",
            "io.netty",
            "org.jboss.resteasy",
            "org.hibernate.orm.jdbc",
            "org.hibernate.engine.jdbc",
            "io.agroal");

    /** Its message would contain the address with its query. */
    private static final String ERROR_HANDLER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private final Map<String, LogRate> rates = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord line) {
        var logger = String.valueOf(line.getLoggerName());
        if (line.getLevel().intValue() < Level.WARN.intValue()
                || FROM_OUTSIDE.stream().noneMatch(logger::startsWith)) {
            return true;
        }
        int before = rates.computeIfAbsent(logger, each -> new LogRate()).leftOut(System.nanoTime());
        if (before >= 0) {
            shorten(line, logger, before);
        }
        return before >= 0;
    }

    private static void shorten(LogRecord line, String logger, int before) {
        var fault = line.getThrown();
        var said = logger.equals(ERROR_HANDLER) ? "A request failed" : TEXT.formatMessage(line);
        var message = said + (fault == null ? "" : ": " + FaultText.brief(fault)) + LogRate.told(before);
        line.setThrown(null);
        line.setParameters(null);
        if (line instanceof ExtLogRecord ext) {
            ext.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            line.setMessage(message);
        }
    }
}
