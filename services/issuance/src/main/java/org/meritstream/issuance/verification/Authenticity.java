package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.Patience;
import org.meritstream.issuance.proof.ProofVerdict;

/** Whether a document is what its issuer signed: the issuer's keys, and each proof by one of them. */
final class Authenticity {
    /** A few megabytes of digests and verdicts: what a verdict quotes of a document is short. */
    private static final int REMEMBERED = 10_000;

    private static final String PURPOSE = "assertionMethod";
    private static final String UNKNOWN_WAY = "It is signed in a way that this service can not check.";

    private final DataIntegrity suite;
    private final JoseSecuring jose;
    private final DisclosedProof disclosing;
    private final MessageProof messages;
    private final Remembered<List<ProofVerdict>> verdicts =
            new Remembered<>(REMEMBERED, all -> all.stream().noneMatch(ProofVerdict.Unchecked.class::isInstance));

    Authenticity(DataIntegrity suite, JoseSecuring jose) {
        this.suite = suite;
        this.jose = jose;
        this.disclosing = new DisclosedProof(jose);
        this.messages = new MessageProof(jose.inCose());
    }

    /** The two checks. */
    record Finding(Check issuer, Check proof) {
        boolean stands() {
            return issuer.result() == Check.Result.VALID && proof.result() == Check.Result.VALID;
        }
    }

    Finding of(Inquiry inquiry) {
        String issuer = Claimed.text(inquiry.presented().issuer());
        if (issuer == null) {
            return ofNobody(inquiry.presented());
        }
        return switch (controller(issuer, inquiry)) {
            case Controllers.Resolved.Found found ->
                new Finding(
                        CheckName.ISSUER.valid(
                                "The keys of " + Words.quoted(issuer) + " were read from where its name leads."),
                        proof(inquiry, new IssuerKeys(found.controller(), inquiry.now())));
            case Controllers.Resolved.Unread unread ->
                new Finding(CheckName.ISSUER.unchecked(unread.reason()), withoutKeys(inquiry));
            case Controllers.Resolved.Wrong wrong ->
                new Finding(
                        CheckName.ISSUER.invalid(wrong.reason()),
                        CheckName.PROOF.invalid("There is no key that its signature could be held to."));
        };
    }

    /** Of an SD-JWT VC the claim {@code iss} may be left out where a certificate says who issued it. */
    private static Finding ofNobody(Presented presented) {
        if (presented instanceof Presented.Disclosing token
                && token.ofClaims()
                && JoseSecuring.certified(token.token().jwt())) {
            return new Finding(
                    CheckName.ISSUER.unchecked("A certificate alone says who issued it, and this service checks none."),
                    CheckName.PROOF.unchecked("It can not be told without the certificate of who issued it."));
        }
        return new Finding(
                CheckName.ISSUER.invalid("It does not say who issued it."),
                CheckName.PROOF.invalid("Whatever signed it, nobody is named whose signature it could be."));
    }

    /** Its keys: of a token whose claims speak for themselves and that names an address, where such issuers publish them. */
    static Controllers.Resolved controller(String issuer, Inquiry inquiry) {
        boolean claims = inquiry.presented() instanceof Presented.Disclosing token && token.ofClaims();
        return claims && issuer.startsWith("https://")
                ? JwtIssuer.resolve(issuer, inquiry.documents())
                : Controllers.resolve(issuer, inquiry.documents());
    }

    private static Check withoutKeys(Inquiry inquiry) {
        return inquiry.presented() instanceof Presented.Document
                        && proofs(inquiry.credential()).isEmpty()
                ? unsigned()
                : CheckName.PROOF.unchecked("It can not be told without the issuer's list of keys.");
    }

    private Check proof(Inquiry inquiry, IssuerKeys keys) {
        return switch (inquiry.presented()) {
            case Presented.Token token -> token(token, keys);
            case Presented.Disclosing token -> disclosing.check(token, keys);
            case Presented.Message message -> messages.check(message, keys);
            case Presented.Document document -> document(document, keys, inquiry.patience());
        };
    }

    private Check token(Presented.Token token, IssuerKeys keys) {
        String untimely = TokenClaims.untimely(token.claims(), keys.now());
        if (untimely != null) {
            return CheckName.PROOF.invalid(untimely);
        }
        try {
            String key = JoseSecuring.read(token.text()).key();
            String basis = key == null ? "" : keys.basisOfToken(key);
            return check(verdicts.of(token.text(), basis, () -> List.of(jose.verify(token.text(), keys::ofToken)))
                    .getFirst());
        } catch (IllegalArgumentException e) {
            return CheckName.PROOF.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Check document(Presented.Document document, IssuerKeys keys, Patience patience) {
        List<JsonNode> proofs = proofs(document.credential());
        if (proofs.isEmpty()) {
            return unsigned();
        }
        if (proofs.size() > DataIntegrity.MOST_PROOFS) {
            return CheckName.PROOF.invalid("The document carries more than " + DataIntegrity.MOST_PROOFS + " proofs.");
        }
        String strange = Terms.uncarried(document.credential());
        String basis = proofs.stream()
                .map(proof -> keys.basis(proof.path("verificationMethod").asText()))
                .collect(Collectors.joining("\n"));
        try {
            List<ProofVerdict> judged = verdicts.of(document.text(), basis, () -> judged(document, keys, patience));
            List<Check> checks = new ArrayList<>();
            for (int i = 0; i < proofs.size(); i++) {
                checks.add(proof(proofs.get(i), judged.get(i), strange, keys.now()));
            }
            return together(checks);
        } catch (IllegalArgumentException e) {
            return CheckName.PROOF.invalid(String.valueOf(e.getMessage()));
        }
    }

    private List<ProofVerdict> judged(Presented.Document document, IssuerKeys keys, Patience patience) {
        return suite.judge(document.text(), PURPOSE, keys, patience).stream()
                .map(DataIntegrity.Judged::verdict)
                .toList();
    }

    /** A proof of a kind that is not known, or over terms that are not, is neither good nor bad. */
    private static Check proof(JsonNode proof, ProofVerdict verdict, @Nullable String strange, Instant now) {
        boolean ours = "DataIntegrityProof".equals(proof.path("type").asText());
        String name = Claimed.text(proof.path("cryptosuite"));
        if (!ours || name == null) {
            return ours ? check(verdict) : CheckName.PROOF.unchecked(UNKNOWN_WAY);
        }
        Optional<Cryptosuite> known = Cryptosuite.named(name);
        if (known.isEmpty()) {
            return CheckName.PROOF.unchecked(UNKNOWN_WAY);
        }
        if (strange != null && known.get().form() == Cryptosuite.CanonicalForm.RDFC) {
            return CheckName.PROOF.unchecked(
                    "What was signed can not be told without the terms at " + Words.quoted(strange) + ".");
        }
        return Period.over(proof.path("expires"), now)
                ? CheckName.PROOF.invalid("Its signature was for a time that is over.")
                : check(verdict);
    }

    static Check check(ProofVerdict verdict) {
        return switch (verdict) {
            case ProofVerdict.Valid ignored ->
                CheckName.PROOF.valid("This is exactly what its issuer signed; nothing was changed since.");
            case ProofVerdict.Invalid invalid -> CheckName.PROOF.invalid(invalid.reason());
            case ProofVerdict.Unchecked unchecked -> CheckName.PROOF.unchecked(unchecked.reason());
        };
    }

    /** Each is to stand where it can be checked; one that is checked and stands is enough, since each covers the whole document. */
    private static Check together(List<Check> checks) {
        return first(checks, Check.Result.INVALID)
                .or(() -> first(checks, Check.Result.VALID))
                .orElseGet(checks::getFirst);
    }

    private static Optional<Check> first(List<Check> checks, Check.Result result) {
        return checks.stream().filter(check -> check.result() == result).findFirst();
    }

    private static List<JsonNode> proofs(JsonNode credential) {
        JsonNode proof = credential.path("proof");
        List<JsonNode> proofs = new ArrayList<>();
        if (proof.isObject()) {
            proofs.add(proof);
        }
        if (proof.isArray()) {
            proof.forEach(proofs::add);
        }
        return proofs;
    }

    private static Check unsigned() {
        return CheckName.PROOF.invalid("It carries no signature, so anybody could have written it.");
    }
}
