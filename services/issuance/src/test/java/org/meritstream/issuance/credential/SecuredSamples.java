package org.meritstream.issuance.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.endorsement.EndorsementCredential;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.CorrettoEd25519;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;

/**
 * One credential secured in every way, and the DID document that lists the keys: what software that is not ours verifies in {@code
 * deploy/journey/securings.test.mjs}. The ECDSA and RSA keys are made for the run and forgotten; run its main with that test's folder of fixtures
 * where the credential changed.
 */
final class SecuredSamples {
    static final Path FOLDER =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", "."), "deploy/journey/fixtures/secured");

    private final Map<KeyKind, VerificationKey> publicKeys = new EnumMap<>(KeyKind.class);
    private final Map<KeyKind, SigningKey> keys = new EnumMap<>(KeyKind.class);
    private final Sealing sealing = new Sealing(
            new Templates(SignedFixture.SUITE::canonical, new OfficialSchema()::violations, event -> {}),
            SignedFixture.SUITE,
            salts());

    SecuredSamples() {
        Ed25519Provider ed25519 = CorrettoEd25519.load().orElseGet(BouncyCastleEd25519::new);
        byte[] seed = new byte[32];
        byte[] raw = ed25519.publicKey(seed);
        add(VerificationKey.ofMultikey(Multikey.of(raw)), ed25519.signer(seed, raw));
        add(KeyKind.P256, "EC", new ECGenParameterSpec("secp256r1"));
        add(KeyKind.P384, "EC", new ECGenParameterSpec("secp384r1"));
        add(KeyKind.RSA, "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    }

    /** Writes the samples into a folder. */
    public static void main(String[] folder) throws IOException {
        Path into = folder.length == 0 ? FOLDER : Path.of(folder[0]);
        Files.createDirectories(into);
        for (Map.Entry<String, String> file : new SecuredSamples().files().entrySet()) {
            Files.writeString(into.resolve(file.getKey()), file.getValue() + "\n");
        }
    }

    /** The samples by the names of their files. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "did.json",
                IssuerDocuments.did(
                        Fixtures.NORTHGATE,
                        publicKeys.values().stream().map(ListedKey::of).toList()));
        files.put("credential.json", sealed(proofs()).secured());
        files.put("type.json", AchievementType.of(Fixtures.NORTHGATE).metadata());
        files.put("endorsement.json", endorsement());
        for (Securing token : Securing.values()) {
            if (SecuredBy.of(token).isToken()) {
                String name = token.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
                HeldCredential sealed = sealed(List.of(token));
                files.put(name, sealed.token().or(sealed::disclosing).orElseThrow());
            }
        }
        return files;
    }

    /** What Northgate says of Lakeside. */
    private String endorsement() {
        SigningIssuer issuer = new SigningIssuer(Fixtures.NORTHGATE, keys, List.of(Securing.EDDSA_RDFC_2022));
        String document = EndorsementCredential.document(
                SignedFixture.ID,
                Fixtures.NORTHGATE,
                new EndorsementCredential.Said(
                        Fixtures.LAKESIDE.did(),
                        Fixtures.LAKESIDE.name(),
                        "They assess with **care**.\n\nGeprüft 2026."),
                new StatusEntry("northgate-1", SignedFixture.INDEX),
                SignedFixture.AT);
        return switch (new DocumentSealing(sealing, SignedFixture.SUITE)
                .seal(document, List.of(), issuer, SignedFixture.AT)) {
            case DocumentSealing.Sealed.Signed signed -> signed.secured();
            case DocumentSealing.Sealed.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** The same in every run, so that what others verify can be compared with what is made today. */
    private static Supplier<String> salts() {
        AtomicInteger count = new AtomicInteger();
        return () -> "salt-for-samples-" + (10_000 + count.incrementAndGet());
    }

    private static List<Securing> proofs() {
        List<Securing> proofs = new ArrayList<>(List.of(Securing.values()));
        proofs.removeIf(securing -> SecuredBy.of(securing).isToken());
        return proofs;
    }

    private HeldCredential sealed(List<Securing> securings) {
        return sealed(securings, SignedFixture.INDEX);
    }

    /** The credential with another entry in the status list. */
    HeldCredential sealed(List<Securing> securings, int index) {
        SigningIssuer issuer = new SigningIssuer(Fixtures.NORTHGATE, keys, securings);
        StatusEntry status = new StatusEntry("northgate-1", index);
        Holder holder = new Holder(
                "Amina Yilmaz",
                "amina@northgate.example",
                "f00dfeed",
                Fixtures.NORTHGATE.subjectAddress(SignedFixture.ID));
        Draft draft = sealing.draft(
                SignedFixture.ID,
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(Fixtures.conferred(), holder, status));
        return switch (sealing.seal(recorded(issuer, status, draft.document()), draft, issuer)) {
            case Minting.Minted.Signed(HeldCredential credential) -> credential;
            case Minting.Minted.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private static HeldCredential recorded(SigningIssuer issuer, StatusEntry status, String document) {
        AwardConferred conferred = Fixtures.conferred();
        return new HeldCredential(
                SignedFixture.ID,
                conferred.tenant(),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                conferred.version(),
                conferred.number(),
                status,
                document,
                issuer.securings().stream()
                        .map(securing ->
                                new Seal(securing, SignedFixture.AT, issuer.verificationMethod(securing), null))
                        .toList(),
                conferred.conferredAt(),
                SignedFixture.AT,
                null,
                null,
                null,
                null,
                0);
    }

    private void add(KeyKind kind, String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            add(VerificationKey.of(kind, pair.getPublic()), Signatures.signer(kind, pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }

    private void add(VerificationKey key, org.meritstream.issuance.proof.Signer signer) {
        publicKeys.put(key.kind(), key);
        keys.put(key.kind(), new SigningKey(key.kind(), key.name(), key.thumbprint(), signer));
    }
}
