package org.meritstream.issuance.issuer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a key of which somebody says that others can sign with it. */
public final class CompromiseDecision {
    private CompromiseDecision() {}

    /** What is to be done. */
    public sealed interface Outcome {

        /**
         * Nothing that it signed is believed any more, and what it signed is secured again.
         *
         * @param since since when
         * @param replaced whether it signs at present, so that another has to take its place
         */
        record Revoke(KnownKey key, Instant since, boolean replaced) implements Outcome {}

        /** That was said before: this operation secures again what it signed. What was said since when stands. */
        record AlreadyRevoked(UUID bulk) implements Outcome {}

        /** There is no issuer, or it never had such a key. */
        record Unknown() implements Outcome {}

        /** Nobody knows what is to be. */
        record NotYet() implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param issuer the tenant's, or null
     * @param key the one that is named, or null where the tenant has none of that name
     * @param at when it is asked
     */
    public static Outcome decide(@Nullable SigningIssuer issuer, @Nullable KnownKey key, Instant since, Instant at) {
        if (issuer == null || key == null) {
            return new Outcome.Unknown();
        }
        if (key.compromise() != null) {
            return new Outcome.AlreadyRevoked(key.compromise());
        }
        return since.isAfter(at) ? new Outcome.NotYet() : new Outcome.Revoke(key, since, key.inUse());
    }
}
