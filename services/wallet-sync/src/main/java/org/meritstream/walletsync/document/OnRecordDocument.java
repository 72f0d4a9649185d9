package org.meritstream.walletsync.document;

import static org.meritstream.walletsync.document.CopyDecision.Result.Outdated;
import static org.meritstream.walletsync.document.CopyDecision.Result.Taken;

import org.meritstream.events.CredentialState;
import org.meritstream.events.RecordDocument;
import org.meritstream.walletsync.document.SignedDocument.Copy;

/** A learner record's signed forms were published: the latest is kept for its learner. It has no status of its own. */
public final class OnRecordDocument {
    private OnRecordDocument() {}

    /** What it does to the document held. */
    public static SignedDocument on(SignedDocument held, RecordDocument heard) {
        Copy forms = new Copy(
                CredentialState.ISSUED,
                heard.issuerName(),
                heard.name(),
                heard.address(),
                heard.forms(),
                heard.updatedAt());
        return switch (CopyDecision.decide(held.copy(), forms)) {
            case Taken(var copy) -> held.with(copy);
            case Outdated() -> held;
        };
    }
}
