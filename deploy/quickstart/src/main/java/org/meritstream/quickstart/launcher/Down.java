package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.meritstream.quickstart.data.DataDirectory;

/** Stops the product; data stay. */
public final class Down {
    private static final int PATIENCE_SECONDS = 60;

    private Down() {}

    /** Whether there was anything to stop; it has ended when this returns. */
    public static boolean stop(DataDirectory data) throws IOException, InterruptedException {
        Optional<ProcessHandle> launcher = RunLock.holder(data);
        if (launcher.isEmpty()) {
            return false;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            // Its children see it die and end by themselves.
            launcher.get().destroyForcibly();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return true;
    }
}
