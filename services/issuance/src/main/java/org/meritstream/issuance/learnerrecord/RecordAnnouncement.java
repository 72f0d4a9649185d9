package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.learnerrecord.RecordDecision.Refusal;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** What is told of a learner record: to whom it was made, its signed forms, and who may see it. Ids are the same each time. */
public final class RecordAnnouncement {
    private RecordAnnouncement() {}

    /**
     * It was made, or is there and is what was asked for; with its document, which may never have been told.
     *
     * @param request the learner's, or null where a registrar asked
     */
    public static List<Message> issued(Inbound cause, HeldRecord record, @Nullable UUID request, Issuer by) {
        RecordIssued issued = new RecordIssued(
                record.tenant(),
                record.learner(),
                record.id(),
                request,
                record.stack(),
                record.credentials(),
                by.recordAddress(record.id()),
                Announcement.digest(record.made()),
                record.issuedAt());
        String id = EventIds.of("record.issued", record.id().toString(), request == null ? "" : request.toString());
        return List.of(emission(cause, id, issued), document(cause, record, by));
    }

    /** It was signed again: its signed forms, in the place of those that were told before. */
    public static Message resecured(Inbound cause, HeldRecord record, Issuer by) {
        return document(cause, record, by);
    }

    /** All of it follows from the signed forms, and so does its id: who is told of the same forms again, for another reason, is told the same. */
    private static Message document(Inbound cause, HeldRecord record, Issuer by) {
        JsonNode stated = tree(record.document());
        RecordDocument document = new RecordDocument(
                record.tenant(),
                record.id(),
                record.learner(),
                record.stack(),
                record.credentials(),
                stated.at("/issuer/name").asText(),
                stated.path("name").asText(),
                by.recordAddress(record.id()),
                forms(record),
                record.issuedAt(),
                record.since());
        String id = EventIds.of(
                "record.document",
                record.id().toString(),
                Announcement.digest(record.made()),
                record.token() == null ? "" : Announcement.digest(record.token()));
        return emission(cause, id, document);
    }

    /** Of what a learner asked for there is none. */
    public static Message refused(Inbound cause, RecordRequested asked, Refusal why) {
        return refused(cause, asked, RecordRefusal.valueOf(why.name()));
    }

    /** What a learner asked for would be signed, but must not be. */
    public static Message unsigned(Inbound cause, RecordRequested asked) {
        return refused(cause, asked, RecordRefusal.UNSIGNABLE);
    }

    private static Message refused(Inbound cause, RecordRequested asked, RecordRefusal why) {
        String id = EventIds.of("record.refused", asked.request().toString());
        return emission(
                cause, id, new RecordRefused(asked.tenant(), asked.learner(), asked.request(), why, cause.time()));
    }

    /** A registrar, at the learner's word, said who may see it. */
    public static Message shown(Inbound cause, HeldRecord record, Visibility visibility) {
        String id = EventIds.of("record.visibility-changed", record.id().toString(), cause.id());
        return emission(
                cause,
                id,
                new RecordVisibilityChanged(record.tenant(), record.learner(), record.id(), visibility, cause.time()));
    }

    private static List<Form> forms(HeldRecord record) {
        List<Form> forms = new ArrayList<>(List.of(new Form(PublicForm.VC, record.made())));
        if (record.token() != null) {
            forms.add(new Form(JoseSecuring.MEDIA_TYPE, record.token()));
        }
        return List.copyOf(forms);
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.OWN.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }

    private static Message emission(Inbound cause, String id, IssuanceEvent said) {
        return Emission.of(Announcement.SERVICE, cause, id, said);
    }
}
