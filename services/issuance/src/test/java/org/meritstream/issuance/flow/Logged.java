package org.meritstream.issuance.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this service writes to its log while it is open. */
final class Logged extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Logged() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLoggerName() + " " + line.getMessage() + " " + java.util.Arrays.toString(line.getParameters())
                + " " + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
