package org.meritstream.evidence.facts;

import java.util.List;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.Message;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Inbound;

/**
 * A credential of this tenant came to be held, or was lost: a fact like any other, so what is earned by holding it is judged.
 *
 * <p>Which of the two comes first does not matter: a loss names its credential, and whoever asks later finds both.
 */
public final class OnCredential {
    private OnCredential() {}

    public static List<Message> issued(Desk desk, CredentialIssued said, Inbound event) {
        return desk.file(Filed.of(event.id(), said), event);
    }

    public static List<Message> revoked(Desk desk, CredentialRevoked said, Inbound event) {
        return desk.file(Filed.of(event.id(), said), event);
    }
}
