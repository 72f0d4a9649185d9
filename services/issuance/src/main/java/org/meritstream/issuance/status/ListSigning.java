package org.meritstream.issuance.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.ProofOptions;

/**
 * Signs lists, as of the moment at which it does and not as of the event that asks: a list says how things stand now, and one that a late or a
 * repeated event has signed would else have run out before anybody reads it (docs/adr/0041).
 */
@ApplicationScoped
public class ListSigning {
    private final DataIntegrity suite;
    private final Clock clock;

    public ListSigning(DataIntegrity suite, Clock clock) {
        this.suite = suite;
        this.clock = clock;
    }

    SignedList signed(SigningIssuer issuer, String list, ListBits bits) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String address = issuer.issuer().statusAddress(list);
        Bitstring suspended = bits.suspended();
        return new SignedList(
                credential(issuer, address, StatusPurpose.REVOCATION, bits.revoked(), now),
                suspended == null
                        ? null
                        : credential(
                                issuer,
                                issuer.issuer().suspensionAddress(list),
                                StatusPurpose.SUSPENSION,
                                suspended,
                                now),
                token(issuer, list, bits, now),
                now);
    }

    private String credential(
            SigningIssuer issuer, String address, StatusPurpose purpose, Bitstring bits, Instant now) {
        String document = StatusListCredential.document(issuer.issuer().did(), address, purpose, bits, now);
        ProofOptions options = issuer.options(now);
        return DataIntegrity.secured(
                document,
                options,
                suite.proofValue(document, options, issuer.key().signer()));
    }

    /** By the key that wallets know best where the issuer has it: some read ES256 alone. */
    private static String token(SigningIssuer issuer, String list, ListBits bits, Instant now) {
        KeyKind kind = issuer.keys().containsKey(KeyKind.P256) ? KeyKind.P256 : KeyKind.ED25519;
        SigningKey key = issuer.key(kind);
        return JoseSecuring.signed(
                StatusListToken.claims(issuer.issuer(), list, bits, now),
                StatusListToken.TYPE,
                issuer.issuer().verificationMethod(key.thumbprint()),
                kind,
                key.signer());
    }
}
