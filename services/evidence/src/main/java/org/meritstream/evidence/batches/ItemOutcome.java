package org.meritstream.evidence.batches;

/** What became of an award of an approved batch. */
public enum ItemOutcome {
    CONFERRED,
    /** Approved, and not conferred before its date. */
    AWAITS_DATE,
    /** Approved, but a hold or a pause keeps it back. */
    WITHHELD,
    /** Approved before, by itself or with another batch. */
    ALREADY,
    /** Withdrawn since it was collected: its criteria are no longer met. */
    LEFT_OUT
}
