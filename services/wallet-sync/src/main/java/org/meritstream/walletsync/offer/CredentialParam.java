package org.meritstream.walletsync.offer;

import java.util.UUID;
import org.meritstream.log.http.ProblemException;
import org.meritstream.walletsync.wallet.Refusal;

/** A credential named in a path. */
public final class CredentialParam {
    private CredentialParam() {}

    /** Its id; a text that can not be one is answered like an id that does not exist. */
    public static UUID of(String text) {
        UUID id = OfferQuery.uuidIn(text);
        if (id == null) {
            throw new ProblemException(Refusal.NOT_OFFERED.problem());
        }
        return id;
    }
}
