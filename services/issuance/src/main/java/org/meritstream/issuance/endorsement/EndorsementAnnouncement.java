package org.meritstream.issuance.endorsement;

import java.util.ArrayList;
import java.util.List;
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
        CredentialState state = endorsement.revokedAt() == null ? CredentialState.ISSUED : CredentialState.REVOKED;
        EndorsementDocument said = new EndorsementDocument(
                endorsement.tenant(),
                endorsement.id(),
                endorsement.endorsed(),
                state,
                by.endorsementAddress(endorsement.id()),
                forms(endorsement),
                endorsement.issuedAt(),
                endorsement.revokedAt() == null ? endorsement.issuedAt() : endorsement.revokedAt());
        String id =
                EventIds.of("endorsement.document/" + state, endorsement.id().toString());
        return Emission.of(Announcement.SERVICE, cause, id, said);
    }

    private static List<Form> forms(HeldEndorsement endorsement) {
        List<Form> forms = new ArrayList<>(List.of(new Form(PublicForm.VC, endorsement.made())));
        if (endorsement.token() != null) {
            forms.add(new Form(JoseSecuring.MEDIA_TYPE, endorsement.token()));
        }
        return List.copyOf(forms);
    }
}
