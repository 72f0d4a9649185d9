package org.meritstream.evidence.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.Message;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;

/**
 * A credential, of this tenant or of another issuer, came to be held, or was lost: a fact like any other, so what is earned by holding it is judged.
 *
 * <p>Which of the two comes first does not matter: a loss names its credential, and whoever asks later finds both. That its time is over is
 * a loss as well, and filed as one, so that what is told later of an earlier time does not bring it back.
 */
public final class OnCredential {
    private OnCredential() {}

    public static List<Message> issued(Desk desk, CredentialIssued said, Inbound event) {
        expires(desk, Filed.of(event.id(), said), said.credential(), said.validUntil());
        return desk.file(Filed.of(event.id(), said), event);
    }

    public static List<Message> verified(Desk desk, CredentialVerified said, Inbound event) {
        expires(desk, Filed.of(event.id(), said), said.credential(), said.validUntil());
        return desk.file(Filed.of(event.id(), said), event);
    }

    public static List<Message> lapsed(Desk desk, CredentialLapsed said, Inbound event) {
        desk.calendar().cancel(expiry(said.tenant(), said.credential()));
        return desk.file(Filed.of(event.id(), said), event);
    }

    public static List<Message> revoked(Desk desk, CredentialRevoked said, Inbound event) {
        desk.calendar().cancel(expiry(said.tenant(), said.credential()));
        return desk.file(Filed.of(event.id(), said), event);
    }

    public static List<Message> expired(Desk desk, CredentialFellDue said, Inbound event) {
        return desk.file(Filed.of(event.id(), said), event);
    }

    private static void expires(Desk desk, Filed held, UUID credential, @Nullable Instant until) {
        if (until != null) {
            String tenant = held.learner().tenant();
            CredentialFellDue due = new CredentialFellDue(
                    tenant, credential, held.learner().id(), held.about().name(), until);
            desk.calendar().set(new Timer(expiry(tenant, credential), until, due));
        }
    }

    private static String expiry(String tenant, UUID credential) {
        return "credential-expires:" + tenant + ":" + credential;
    }
}
