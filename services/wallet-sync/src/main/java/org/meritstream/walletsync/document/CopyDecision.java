package org.meritstream.walletsync.document;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialState;
import org.meritstream.walletsync.document.SignedDocument.Copy;

/** Which of two copies of a document stands. Revoked is for ever; else the later by issuance's time, however they arrive. */
public final class CopyDecision {
    private CopyDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** This one stands. */
        record Taken(Copy copy) implements Result {}

        /** A later one stands. */
        record Outdated() implements Result {}
    }

    /** Decides between what is held and what was heard. */
    public static Result decide(@Nullable Copy held, CredentialDocument heard) {
        Copy copy = new Copy(
                heard.state(),
                heard.issuerName(),
                heard.achievementName(),
                heard.address(),
                heard.forms(),
                heard.updatedAt());
        return decide(held, copy);
    }

    static Result decide(@Nullable Copy held, Copy copy) {
        return held == null || stands(copy, held) ? new Result.Taken(copy) : new Result.Outdated();
    }

    private static boolean stands(Copy heard, Copy held) {
        if (heard.state() != held.state()) {
            return heard.state() == CredentialState.REVOKED;
        }
        return !heard.updatedAt().isBefore(held.updatedAt());
    }
}
