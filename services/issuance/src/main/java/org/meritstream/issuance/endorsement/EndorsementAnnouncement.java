package org.meritstream.issuance.endorsement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.Form;
import org.meritstream.events.Message;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** What is told of an endorsement: its signed forms, when it is issued and again when it is revoked. Ids are the same each time. */
public final class EndorsementAnnouncement {
    private EndorsementAnnouncement() {}

    /** As it stands since this event. */
    public static Message of(Inbound cause, HeldEndorsement endorsement, Issuer by) {
        Instant since = endorsement.revokedAt() == null ? endorsement.issuedAt() : endorsement.revokedAt();
        return said(cause, "endorsement.document/" + state(endorsement), endorsement, by, since);
    }

    /**
     * It was signed again. It says what it said, and stands as it stood: of a revoked one the time stays that of its revocation.
     *
     * @param bulk the operation that did it; there may be others later
     */
    public static Message resecured(Inbound cause, HeldEndorsement endorsement, Issuer by, UUID bulk) {
        Instant revoked = endorsement.revokedAt();
        Instant later = cause.time().isAfter(endorsement.issuedAt()) ? cause.time() : endorsement.issuedAt();
        return said(
                cause, "endorsement.document/resecured/" + bulk, endorsement, by, revoked == null ? later : revoked);
    }

    private static CredentialState state(HeldEndorsement endorsement) {
        return endorsement.revokedAt() == null ? CredentialState.ISSUED : CredentialState.REVOKED;
    }

    private static Message said(Inbound cause, String kind, HeldEndorsement endorsement, Issuer by, Instant since) {
        EndorsementDocument said = new EndorsementDocument(
                endorsement.tenant(),
                endorsement.id(),
                endorsement.endorsed(),
                state(endorsement),
                by.endorsementAddress(endorsement.id()),
                forms(endorsement),
                endorsement.issuedAt(),
                since);
        return Emission.of(
                Announcement.SERVICE, cause, EventIds.of(kind, endorsement.id().toString()), said);
    }

    private static List<Form> forms(HeldEndorsement endorsement) {
        List<Form> forms = new ArrayList<>(List.of(new Form(PublicForm.VC, endorsement.made())));
        if (endorsement.token() != null) {
            forms.add(new Form(JoseSecuring.MEDIA_TYPE, endorsement.token()));
        }
        return List.copyOf(forms);
    }
}
