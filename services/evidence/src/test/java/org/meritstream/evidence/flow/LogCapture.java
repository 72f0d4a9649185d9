package org.meritstream.evidence.flow;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, exceptions with their causes included, as text. */
final class LogCapture extends Handler {
    private final StringBuilder text = new StringBuilder();
    private final SimpleFormatter formatter = new SimpleFormatter();

    private LogCapture() {
        setLevel(Level.ALL);
    }

    static LogCapture start() {
        LogCapture capture = new LogCapture();
        Logger.getLogger("").addHandler(capture);
        return capture;
    }

    synchronized String stop() {
        Logger.getLogger("").removeHandler(this);
        return text.toString();
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        text.append(formatter.format(logged)).append('\n');
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
