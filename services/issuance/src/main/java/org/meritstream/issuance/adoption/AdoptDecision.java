package org.meritstream.issuance.adoption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialState;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Seal;

/** What a restored store has to take back of what was said of a credential. What was said stands: others hold it. */
public final class AdoptDecision {
    private AdoptDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** The store has all of it, to the byte. */
        record AlreadyThere() implements Outcome {}

        /** The store has not, or not all. */
        record Adopt(Adopted adopted) implements Outcome {}

        /**
         * The store has signed another document under this id. It was decided again in silence, so nobody has it; what was said takes its place.
         */
        record Replace(Adopted adopted) implements Outcome {}

        /** Too little is left of what was said: the document was erased, or who it was issued to is older than the topic keeps. */
        record Incomplete() implements Outcome {}

        /** Its document is not as this release would write it; it may be a later one's. */
        record Unreadable(String reason) implements Outcome {}
    }

    /**
     * What is taken back of a credential.
     *
     * @param seals what its document carries; none where the store has the document
     * @param reason of its revocation, null while it has none or it was not read
     */
    public record Adopted(
            HeldCredential credential,
            List<Seal> seals,
            @Nullable RevocationReason reason) {}

    /**
     * Decides.
     *
     * @param held what the store has of it, signed or not
     * @param succeeded whether the store knows its successor
     */
    public static Outcome decide(Recollection said, @Nullable HeldCredential held, boolean succeeded) {
        HeldCredential signed = held != null && held.signed() ? held : null;
        CredentialDocument document = said.document();
        if (document == null) {
            return signed == null ? new Outcome.Incomplete() : further(said, signed, succeeded);
        }
        if (signed != null && published(document, signed)) {
            return further(said, signed, succeeded);
        }
        return taken(said, document, held);
    }

    /** Of a credential whose document is there. */
    private static Outcome further(Recollection said, HeldCredential signed, boolean succeeded) {
        boolean known = said.superseded() == null || succeeded;
        HeldCredential credential = became(said, signed);
        if (known && credential.equals(signed)) {
            return new Outcome.AlreadyThere();
        }
        return new Outcome.Adopt(new Adopted(credential, List.of(), reason(said)));
    }

    private static Outcome taken(Recollection said, CredentialDocument document, @Nullable HeldCredential held) {
        SignedForm form;
        try {
            form = SignedForm.of(document);
        } catch (IllegalArgumentException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        }
        CredentialIssued issued = said.issued();
        if (held != null) {
            Instant issuedAt = issued == null ? held.issuedAt() : issued.issuedAt();
            Adopted adopted = adopted(said, instead(held, document, form, issuedAt), form);
            return held.signed() ? new Outcome.Replace(adopted) : new Outcome.Adopt(adopted);
        }
        return issued == null
                ? new Outcome.Incomplete()
                : new Outcome.Adopt(adopted(said, credential(document, issued, form), form));
    }

    private static Adopted adopted(Recollection said, HeldCredential credential, SignedForm form) {
        return new Adopted(became(said, credential), form.seals(), reason(said));
    }

    private static boolean published(CredentialDocument document, HeldCredential signed) {
        return Announcement.forms(signed).containsAll(document.forms());
    }

    private static HeldCredential credential(CredentialDocument document, CredentialIssued issued, SignedForm form) {
        return new HeldCredential(
                document.credential(),
                document.tenant(),
                issued.award(),
                document.learner(),
                issued.achievement(),
                issued.version(),
                issued.number(),
                form.status(),
                form.document(),
                form.seals(),
                form.awarded(),
                issued.issuedAt(),
                issued.reissue(),
                form.until(),
                null,
                null,
                0);
    }

    /** The same award's, as it was published. */
    private static HeldCredential instead(
            HeldCredential held, CredentialDocument document, SignedForm form, Instant issuedAt) {
        return new HeldCredential(
                held.id(),
                held.tenant(),
                held.award(),
                document.learner(),
                held.achievement(),
                held.version(),
                held.number(),
                form.status(),
                form.document(),
                form.seals(),
                held.conferredAt(),
                issuedAt,
                held.reissue(),
                form.until(),
                held.expiredAt(),
                held.revokedAt(),
                held.resecured(),
                held.suspension());
    }

    /** With what became of it since: that it is suspended, that it is over, that it was revoked. */
    private static HeldCredential became(Recollection said, HeldCredential credential) {
        HeldCredential stands = credential.suspension(Suspensions.latest(credential.suspension(), said));
        HeldCredential over = stands.expiredAt() == null && said.expired() != null
                ? stands.expired(said.expired().expiredAt())
                : stands;
        Instant revokedAt = revokedAt(said, over);
        return revokedAt == null ? over : over.revoked(revokedAt);
    }

    /** A revocation is never taken back, so either that knows of one counts. */
    private static @Nullable Instant revokedAt(Recollection said, HeldCredential held) {
        if (held.revokedAt() != null) {
            return held.revokedAt();
        }
        if (said.revoked() != null) {
            return said.revoked().revokedAt();
        }
        CredentialDocument document = said.document();
        return document != null && document.state() == CredentialState.REVOKED ? document.updatedAt() : null;
    }

    private static @Nullable RevocationReason reason(Recollection said) {
        return said.revoked() == null ? null : said.revoked().reason();
    }
}
