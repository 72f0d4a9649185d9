package org.meritstream.walletsync.journal;

import org.meritstream.events.CredentialDocument;
import org.meritstream.log.Inbound;

/** The collections, and which document an event belongs to. */
public final class Places {
    /** A wallet each; {@code _id} is {@code tenant/learner}. */
    public static final String WALLETS = "wallets";

    /** A credential's signed forms each; {@code _id} is the credential's id. */
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
        return event.data() instanceof CredentialDocument ? DOCUMENTS : WALLETS;
    }

    /** The document that an event changes, if any. */
    static String id(Inbound event) {
        return event.data() instanceof CredentialDocument document
                ? document.credential().toString()
                : event.data().tenant() + "/" + event.data().aggregate();
    }
}
