package org.meritstream.issuance.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.credential.AchievementCredential.Award;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.Cryptosuite.CanonicalForm;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;
import org.meritstream.issuance.template.Templates.Outcome;

/**
 * Checks a recorded credential and signs it in every way that is recorded with it. Whatever the ways, the document is checked once, as for an
 * RDF proof: what one securing would not cover is not signed by another either. Every proof over N-Quads with SHA-256 takes those of the
 * template; P-384 wants SHA-384 and so the full canonicalization.
 */
@ApplicationScoped
public class Sealing {
    private final Templates templates;
    private final DataIntegrity suites;
    private final Supplier<String> salts;

    @Inject
    public Sealing(Templates templates, DataIntegrity suites) {
        this(templates, suites, new Salts());
    }

    /** @param salts of what tokens may disclose: 128 bits that nobody can guess, in base64url */
    Sealing(Templates templates, DataIntegrity suites, Supplier<String> salts) {
        this.templates = templates;
        this.suites = suites;
        this.salts = salts;
    }

    /** A credential's document, as it is to be recorded. */
    Draft draft(UUID id, Issuer issuer, Achievement achievement, Award award) {
        return templates.draft(CredentialComposition.of(id, issuer, achievement, award));
    }

    /** The same of a document that is there already. */
    Draft draft(String document) {
        return templates.draft(document);
    }

    /**
     * Signs it, or says why it must not be.
     *
     * @param draft of its document
     */
    Minted seal(HeldCredential credential, Draft draft, SigningIssuer issuer) {
        try {
            return switch (draft.canonical()) {
                case Outcome.Broken(List<String> violations) ->
                    new Minted.Refused("the credential breaks the official schema: " + String.join("; ", violations));
                case Outcome.Canonical canonical -> new Minted.Signed(sealed(credential, issuer, canonical.bytes()));
            };
        } catch (UnsafeDocument e) {
            return new Minted.Refused("a proof would not cover all of the credential");
        }
    }

    private HeldCredential sealed(HeldCredential credential, SigningIssuer issuer, byte[] canonical) {
        return credential.signed(credential.seals().stream()
                .map(seal -> seal.value() != null
                        ? seal
                        : seal.signed(
                                seal.by().discloses()
                                        ? disclosing(seal, credential, issuer)
                                        : value(seal, credential.document(), canonical, issuer)))
                .toList());
    }

    private String disclosing(Seal seal, HeldCredential credential, SigningIssuer issuer) {
        KeyKind kind = seal.by().key();
        return AchievementToken.of(credential, issuer.issuer(), seal, salts)
                .signed(kind, issuer.key(kind).signer());
    }

    /**
     * What secures a document in one way that covers it whole.
     *
     * @param canonical its canonical N-Quads by SHA-256
     */
    String value(Seal seal, String document, byte[] canonical, SigningIssuer issuer) {
        SecuredBy by = seal.by();
        SigningKey key = issuer.key(by.key());
        Cryptosuite suite = by.suite();
        if (suite == null) {
            return JoseSecuring.secured(document, seal.verificationMethod(), by.key(), key.signer());
        }
        return suite.form() == CanonicalForm.RDFC && by.key() != KeyKind.P384
                ? DataIntegrity.proofValue(canonical, seal.options(), key.signer())
                : suites.proofValue(document, seal.options(), by.key(), key.signer());
    }
}
