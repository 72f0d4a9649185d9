package org.meritstream.evidence.catalogue;

/** Placeholder until the timer is written below. */
final class ReachTimer {
    private ReachTimer() {}
}
