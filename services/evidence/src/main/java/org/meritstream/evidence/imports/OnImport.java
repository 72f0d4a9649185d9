package org.meritstream.evidence.imports;

import java.util.List;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.Message;
import org.meritstream.evidence.facts.OnCredential;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Inbound;

/** What becomes of a credential of another issuer is told to its learner; what was verified, and what lapsed, is a fact as well. */
public final class OnImport {
    private OnImport() {}

    public static List<Message> requested(Desk desk, ImportRequested said) {
        desk.told(said);
        return List.of();
    }

    public static List<Message> refused(Desk desk, ImportRefused said) {
        desk.told(said);
        return List.of();
    }

    public static List<Message> delayed(Desk desk, ImportDelayed said) {
        desk.told(said);
        return List.of();
    }

    /** What is held already is no second fact: it was one from the request that first brought it. */
    public static List<Message> verified(Desk desk, CredentialVerified said, Inbound event) {
        desk.told(said);
        return said.first() ? OnCredential.verified(desk, said, event) : List.of();
    }

    public static List<Message> lapsed(Desk desk, CredentialLapsed said, Inbound event) {
        desk.told(said);
        return OnCredential.lapsed(desk, said, event);
    }
}
