package org.meritstream.log;

import io.smallrye.mutiny.Uni;

/** The least that a service can ask of the store it keeps its record in. */
@FunctionalInterface
public interface StoreProbe {

    /** Asks; completes when the store answers, however long that takes, and fails when it can not be reached. */
    Uni<Void> ask();
}
