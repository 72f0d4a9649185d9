package org.meritstream.walletsync.document;

import static org.meritstream.walletsync.document.CopyDecision.Result.Outdated;
import static org.meritstream.walletsync.document.CopyDecision.Result.Taken;

import org.meritstream.events.CredentialDocument;

/** A credential's signed forms were published: the latest is kept for its learner. */
public final class OnCredentialDocument {
    private OnCredentialDocument() {}

    /** What it does to the document held. */
    public static SignedDocument on(SignedDocument held, CredentialDocument heard) {
        return switch (CopyDecision.decide(held.copy(), heard)) {
            case Taken(var copy) -> held.with(copy);
            case Outdated() -> held;
        };
    }
}
