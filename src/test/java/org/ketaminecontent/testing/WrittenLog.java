package org.ketaminecontent.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the application under test writes into its log meanwhile. */
public final class WrittenLog extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private WrittenLog() {
        setFormatter(new PatternFormatter("%c %s %X{traceId}%n%e"));
    }

    public static WrittenLog open() {
        var log = new WrittenLog();
        LogManager.getLogManager().getLogger("").addHandler(log);
        return log;
    }

    /** Each with its logger, its message, its request's trace id and whatever was thrown. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LogManager.getLogManager().getLogger("").removeHandler(this);
    }
}
