package org.meritstream.issuance.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meritstream.events.Securing;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.UnsafeDocument;

/**
 * Checks any document of an issuer's that is no learner's credential, and signs it in the ways that the issuer secures its credentials in. Tokens
 * of which a holder shows parts are left out: there is no holder.
 */
@ApplicationScoped
public class DocumentSealing {
    private final Sealing sealing;
    private final DataIntegrity suites;

    public DocumentSealing(Sealing sealing, DataIntegrity suites) {
        this.sealing = sealing;
        this.suites = suites;
    }

    /** What came of it. */
    public sealed interface Sealed {

        /**
         * It is signed.
         *
         * @param secured the document with its proofs
         * @param token the same as a compact JWS, where the issuer secures so, too
         */
        record Signed(String secured, Optional<String> token) implements Sealed {}

        /** It must not be signed. */
        record Refused(String reason) implements Sealed {}
    }

    /**
     * Signs it, or says why it must not be.
     *
     * @param violations where it breaks the official schema; none where it does not
     * @param at when, for the proofs
     */
    public Sealed seal(String document, List<String> violations, SigningIssuer issuer, Instant at) {
        if (!violations.isEmpty()) {
            return new Sealed.Refused("it breaks the official schema: " + String.join("; ", violations));
        }
        try {
            byte[] canonical = suites.canonical(document);
            List<Seal> seals = issuer.securings().stream()
                    .filter(securing -> !SecuredBy.of(securing).discloses())
                    .map(securing -> sealed(securing, document, canonical, issuer, at))
                    .toList();
            return new Sealed.Signed(
                    DataIntegrity.secured(
                            document,
                            seals.stream()
                                    .filter(seal -> !seal.by().isToken())
                                    .map(Seal::proof)
                                    .toList()),
                    seals.stream()
                            .filter(seal -> seal.by().isToken())
                            .findFirst()
                            .map(Seal::made));
        } catch (UnsafeDocument e) {
            return new Sealed.Refused("a proof would not cover all of it");
        }
    }

    private Seal sealed(Securing securing, String document, byte[] canonical, SigningIssuer issuer, Instant at) {
        Seal seal = new Seal(securing, at, issuer.verificationMethod(securing), null);
        return seal.signed(sealing.value(seal, document, canonical, issuer));
    }
}
