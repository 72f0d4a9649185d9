package org.meritstream.log;

/** Says whether this process takes part in the loop. A service that can run in roles that only answer requests has such a bean; others do. */
public interface LoopRole {

    /** Whether it consumes. */
    boolean consumes();
}
