package org.meritstream.quickstart.launcher;

import org.meritstream.quickstart.processes.Watched;

/** A process that the launcher keeps running. */
record Child(String name, Watched.Plan plan, Readiness readiness) {

    /** Whether the process does its work yet; asked again and again after each start. */
    @FunctionalInterface
    interface Readiness {
        boolean ready();
    }
}
