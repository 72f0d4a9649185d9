package org.meritstream.issuance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.Reissue;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.credential.Seal;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.ListBits;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.status.StatusListToken;
import org.meritstream.issuance.status.StatusPurpose;

/** A signed credential of Northgate and its status list, by a key that only tests have. */
public final class SignedFixture {
    public static final UUID ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000c001");
    public static final Instant AT = Instant.parse("2026-11-20T10:15:31Z");
    public static final int INDEX = 94_567;

    private static final BouncyCastleEd25519 ED25519 = new BouncyCastleEd25519();
    private static final byte[] SEED = new byte[32];
    private static final byte[] PUBLIC = ED25519.publicKey(SEED);
    public static final String MULTIKEY = Multikey.of(PUBLIC);
    public static final JoseSecuring JOSE = new JoseSecuring(new Signatures(ED25519));
    public static final DataIntegrity SUITE = new DataIntegrity(new Canonicalization(Contexts.carried()), ED25519);

    private SignedFixture() {}

    /** The unsigned credential. */
    public static String document() {
        return document(StatusProfile.REVOCATION);
    }

    /** The same of an issuer with this profile. */
    public static String document(StatusProfile profile) {
        return AchievementCredential.document(
                ID,
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(
                        Fixtures.conferred(),
                        new Holder("Amina Yilmaz", "amina@northgate.example", "f00dfeed"),
                        new StatusEntry("northgate-1", INDEX),
                        profile));
    }

    /**
     * The credential as the store holds it, the first of its award.
     *
     * @param proof its one proof value, or null while it is not signed
     */
    public static HeldCredential held(
            UUID id, @Nullable String proof, @Nullable Reissue reissue, @Nullable Instant until) {
        return held(id, document(), proof, reissue, until);
    }

    /** The same with two status entries. */
    public static HeldCredential suspendable(@Nullable String proof) {
        return held(ID, document(StatusProfile.REVOCATION_AND_SUSPENSION), proof, null, null);
    }

    private static HeldCredential held(
            UUID id, String document, @Nullable String proof, @Nullable Reissue reissue, @Nullable Instant until) {
        AwardConferred conferred = Fixtures.conferred();
        return new HeldCredential(
                id,
                conferred.tenant(),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                1,
                1,
                new StatusEntry("northgate-1", 1),
                document,
                List.of(new Seal(Securing.EDDSA_RDFC_2022, AT, options().verificationMethod(), proof)),
                conferred.conferredAt(),
                AT,
                reissue,
                until,
                null,
                null,
                0);
    }

    /** The proof's options. */
    public static ProofOptions options() {
        return new ProofOptions(AT, Fixtures.NORTHGATE.verificationMethod(MULTIKEY));
    }

    /** The signed credential. */
    public static String credential() {
        return sign(document());
    }

    /** The signed status list with these bits set. */
    public static String statusList(Integer... revoked) {
        return statusList(AT, revoked);
    }

    /** The same as of another moment: a list runs out. */
    public static String statusList(Instant at, Integer... revoked) {
        return sign(StatusListCredential.document(
                Fixtures.NORTHGATE, "northgate-1", Bitstring.empty().with(List.of(revoked)), at));
    }

    /** The signed list of suspensions with these bits set. */
    public static String suspensionList(Integer... suspended) {
        return sign(StatusListCredential.document(
                Fixtures.NORTHGATE.did(),
                Fixtures.NORTHGATE.suspensionAddress("northgate-1"),
                StatusPurpose.SUSPENSION,
                Bitstring.empty().with(List.of(suspended)),
                AT));
    }

    /** Any document signed. */
    public static String sign(String document) {
        Signer signer = ED25519.signer(SEED, PUBLIC);
        return DataIntegrity.secured(document, options(), SUITE.proofValue(document, options(), signer));
    }

    /** A document as a signed token. */
    public static String token(String document) {
        return JoseSecuring.secured(
                document, options().verificationMethod(), KeyKind.ED25519, ED25519.signer(SEED, PUBLIC));
    }

    /** Any claims as a signed token of a type. */
    public static String token(String claims, String type) {
        return JoseSecuring.signed(
                claims, type, options().verificationMethod(), KeyKind.ED25519, ED25519.signer(SEED, PUBLIC));
    }

    /** A document as a signed message of CBOR. */
    public static byte[] message(String document) {
        byte[] key = options().verificationMethod().getBytes(StandardCharsets.UTF_8);
        return message(Cbor.map(1, -8, 3, "application/vc", 4, key, 16, "application/vc+cose"), Cbor.map(), document);
    }

    /** The same under headers that a test makes. */
    public static byte[] message(Cbor protectedHeader, Cbor unprotectedHeader, String document) {
        return Cbor.signed(
                protectedHeader,
                unprotectedHeader,
                document.getBytes(StandardCharsets.UTF_8),
                ED25519.signer(SEED, PUBLIC));
    }

    /** The signed status list as a token, with these entries revoked. */
    public static String statusToken(Integer... revoked) {
        return token(
                StatusListToken.claims(
                        Fixtures.NORTHGATE,
                        "northgate-1",
                        new ListBits(Bitstring.empty().with(List.of(revoked)), null),
                        AT),
                StatusListToken.TYPE);
    }

    /** A document signed by another suite, or for another issuer. */
    public static String sign(String document, ProofOptions options) {
        String value = SUITE.proofValue(document, options, ED25519.signer(SEED, PUBLIC));
        return DataIntegrity.secured(document, options, value);
    }
}
