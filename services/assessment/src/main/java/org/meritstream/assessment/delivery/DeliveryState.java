package org.meritstream.assessment.delivery;

/** What became of a delivery, or of one event in it. */
public enum DeliveryState {
    /** A fact was emitted. */
    MAPPED,
    /** Understood, of no use here. */
    IGNORED,
    /** Kept: not to be understood, or waiting for the roster. */
    PARKED,
    /** The same event came before. */
    DUPLICATE
}
