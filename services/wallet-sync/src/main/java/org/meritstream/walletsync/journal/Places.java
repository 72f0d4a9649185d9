package org.meritstream.walletsync.journal;

import org.meritstream.events.CredentialDocument;
import org.meritstream.events.RecordDocument;
import org.meritstream.log.Inbound;

/** The collections, and which document an event belongs to. */
public final class Places {
    /** A wallet each; {@code _id} is {@code tenant/learner}. */
    public static final String WALLETS = "wallets";

    /** The signed forms of a credential or of a learner record each; {@code _id} is its id. */
    public static final String DOCUMENTS = "documents";

    /** Where to find a command's outcome; {@code _id} is the command's id. */
    public static final String COMMANDS = "commands";

    /** Single-use links; {@code _id} is the SHA-256 of the token. */
    public static final String CLAIMS = "claims";

    /** Browser sessions; {@code _id} is the SHA-256 of the token. */
    public static final String SESSIONS = "sessions";

    /** Events that changed no document; {@code _id} is the event's id. */
    static final String HANDLED = "handled";

    /** Where the reading of each partition goes on; {@code _id} is {@code topic:partition}. */
    static final String POSITIONS = "positions";

    private Places() {}

    /** The collection that an event changes, if any. */
    static String of(Inbound event) {
        return isDocument(event) ? DOCUMENTS : WALLETS;
    }

    /** The document that an event changes, if any. */
    static String id(Inbound event) {
        return isDocument(event)
                ? event.data().aggregate()
                : event.data().tenant() + "/" + event.data().aggregate();
    }

    /** Signed documents are keyed by what they are of. */
    private static boolean isDocument(Inbound event) {
        return event.data() instanceof CredentialDocument || event.data() instanceof RecordDocument;
    }
}
