package org.meritstream.quickstart.launcher;

import java.net.BindException;
import org.meritstream.quickstart.data.DataDirectory;

/** What went wrong, in one sentence for the user. */
public final class Sentence {
    private Sentence() {}

    public static String of(Throwable failure, DataDirectory data) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device")) {
                return "The disk that holds " + data.root()
                        + " is full: free some space, or choose another place with --data.";
            }
            if (cause instanceof BindException) {
                return "A port is in use by another program: choose other ports with --port.";
            }
        }
        return failure.getMessage() == null
                ? "Something failed without saying why: " + failure.getClass().getName() + "."
                : failure.getMessage();
    }
}
