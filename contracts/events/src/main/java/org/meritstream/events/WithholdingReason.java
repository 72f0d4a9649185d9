package org.meritstream.events;

/** Why an award is not conferred that otherwise would be. */
public enum WithholdingReason {
    /** On its learner, its achievement, or both. */
    HOLD,
    /** Of issuing, in its tenant or its achievement. */
    PAUSE
}
