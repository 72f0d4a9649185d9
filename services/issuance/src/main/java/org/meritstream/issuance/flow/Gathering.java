package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.IssueRecord;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.credential.DocumentSealing;
import org.meritstream.issuance.credential.DocumentSealing.Sealed;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.credential.Visibilities;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.KnownLearners;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Profile;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.issuance.learnerrecord.RecordAnnouncement;
import org.meritstream.issuance.learnerrecord.RecordAnswers;
import org.meritstream.issuance.learnerrecord.RecordCredential;
import org.meritstream.issuance.learnerrecord.RecordDecision;
import org.meritstream.issuance.learnerrecord.RecordDecision.Outcome;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Write;

/**
 * Readies what becomes of commands about learner records, and of what learners ask for: gathers what a person holds, records the document, checks it, signs it. Of what the batch
 * itself issues or revokes nothing is known here: a record is a moment's. Run again after a crash it comes to the same: ids follow from the
 * commands.
 */
@ApplicationScoped
class Gathering {
    /** Commands in a batch; each may be about fifty credentials, and what else there is waits for all of them. A larger batch is halved. */
    private static final int MOST = 16;

    private final OfficialSchema schema = new OfficialSchema();
    private final Stores stores;
    private final LearnerRecords records;
    private final DocumentSealing sealing;
    private final KeyedIds ids;

    Gathering(Stores stores, LearnerRecords records, DocumentSealing sealing, KeyedIds ids) {
        this.stores = stores;
        this.records = records;
        this.sealing = sealing;
        this.ids = ids;
    }

    /**
     * That a record is asked for: by a registrar's command, or by the learner. Both meet one decision; they differ in how they are answered.
     *
     * @param request the learner's, or null where a registrar asked
     */
    private record Asked(
            Inbound event,
            LearnerKey learner,
            @Nullable UUID stack,
            @Nullable RecordRequested request) {

        /** Null of an event that asks for none. */
        static @Nullable Asked of(Inbound event) {
            if (event.data() instanceof IssueRecord command) {
                return new Asked(event, new LearnerKey(command.tenant(), command.learner()), command.stack(), null);
            }
            return event.data() instanceof RecordRequested fact
                    ? new Asked(event, new LearnerKey(fact.tenant(), fact.learner()), fact.stack(), fact)
                    : null;
        }

        String tenant() {
            return learner.tenant();
        }

        Effects refused(RecordDecision.Refusal why) {
            return request == null
                    ? new Effects(List.of(RecordAnswers.refused(event, why)), List.of())
                    : new Effects(List.of(), List.of(RecordAnnouncement.refused(event, request, why)));
        }

        Effects unsigned(String reason) {
            return request == null
                    ? new Effects(List.of(RecordAnswers.unsigned(event, reason)), List.of())
                    : new Effects(List.of(), List.of(RecordAnnouncement.unsigned(event, request)));
        }

        /** It is told of to the learner, unless it was before and nobody of theirs asked again. */
        Effects done(HeldRecord made, Issuer by, boolean before) {
            List<Write> writes = request == null ? List.of(RecordAnswers.done(event, made.id())) : List.of();
            UUID asked = request == null ? null : request.request();
            return new Effects(
                    writes, asked == null && before ? List.of() : RecordAnnouncement.issued(event, made, asked, by));
        }
    }

    /** What is known around a batch; the records grow as its commands are decided. */
    private record Around(
            Map<String, SigningIssuer> issuers,
            KnownLearners learners,
            List<HeldCredential> credentials,
            List<HeldRecord> records) {

        LearnerKey person(Asked asked) {
            return learners.person(asked.learner());
        }

        RecordDecision.Known of(Asked asked) {
            LearnerKey person = person(asked);
            SigningIssuer by = issuers.get(asked.tenant());
            return new RecordDecision.Known(
                    by == null ? null : by.issuer(),
                    by == null ? Set.of() : by.verificationMethods(),
                    learners.profile(person),
                    credentials.stream()
                            .filter(one -> new LearnerKey(one.tenant(), one.learner()).equals(person))
                            .toList(),
                    records.stream()
                            .filter(one -> new LearnerKey(one.tenant(), one.learner()).equals(person))
                            .toList());
        }

        HeldRecord record(UUID id) {
            return records.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Decided by what is known"));
        }

        SigningIssuer issuer(Asked asked) {
            SigningIssuer issuer = issuers.get(asked.tenant());
            if (issuer == null) {
                throw new IllegalStateException("Decided by its issuer");
            }
            return issuer;
        }

        Issuer by(Asked asked) {
            return issuer(asked).issuer();
        }
    }

    /** By the event's id. */
    Map<String, Effects> ready(List<Inbound> commands) {
        if (commands.isEmpty()) {
            return Map.of();
        }
        if (commands.size() > MOST) {
            String reason = "more learner records in a batch than are made at once";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
        Around around = around(commands);
        Map<String, Effects> concluded = new HashMap<>();
        commands.forEach(command -> concluded.put(command.id(), effects(command, around)));
        return concluded;
    }

    private Around around(List<Inbound> commands) {
        Set<String> tenants = new HashSet<>();
        Set<LearnerKey> asked = new HashSet<>();
        Set<UUID> shared = new HashSet<>();
        for (Inbound command : commands) {
            tenants.add(command.data().tenant());
            Asked one = Asked.of(command);
            if (one != null) {
                asked.add(one.learner());
            } else if (command.data() instanceof ShareRecord share) {
                shared.add(share.record());
            }
        }
        KnownLearners learners = stores.learners().load(asked);
        Set<LearnerKey> people = new HashSet<>();
        asked.forEach(one -> people.add(learners.person(one)));
        List<HeldRecord> held = new ArrayList<>(records.of(people));
        records.load(shared).stream().filter(one -> !held.contains(one)).forEach(held::add);
        return new Around(
                stores.issuers().load(tenants), learners, stores.credentials().of(people), held);
    }

    private Effects effects(Inbound command, Around around) {
        Asked asked = Asked.of(command);
        if (asked == null) {
            return shared(command, (ShareRecord) command.data(), around);
        }
        UUID id = ids.of(asked.tenant(), "record", command.id());
        return switch (RecordDecision.decide(id, asked.stack(), around.of(asked), command.time())) {
            case Outcome.Issue issue -> issued(asked, issue, around);
            case Outcome.AlreadyThere(UUID there) -> asked.done(around.record(there), around.by(asked), true);
            case Outcome.Refused(RecordDecision.Refusal why) -> asked.refused(why);
        };
    }

    private static Effects shared(Inbound command, ShareRecord share, Around around) {
        return around.records().stream()
                .filter(one -> one.id().equals(share.record()) && one.tenant().equals(share.tenant()) && one.signed())
                .findFirst()
                .map(one -> new Effects(
                        List.of(
                                Visibilities.store(List.of(new VisibilityChanged(
                                        one.tenant(), one.learner(), one.id(), share.visibility(), command.time()))),
                                RecordAnswers.done(command, one.id())),
                        List.of(RecordAnnouncement.shown(command, one, share.visibility()))))
                .orElseGet(() -> new Effects(List.of(RecordAnswers.unknown(command)), List.of()));
    }

    private Effects issued(Asked asked, Outcome.Issue issue, Around around) {
        SigningIssuer issuer = around.issuer(asked);
        Instant at = asked.event().time();
        HeldRecord recorded = new HeldRecord(
                issue.id(),
                asked.tenant(),
                around.person(asked).learner(),
                issue.stack(),
                RecordDecision.ids(issue),
                RecordCredential.document(issue.id(), issue.by(), issue.content(), holder(issue, issuer), at),
                at,
                null,
                null);
        records.record(recorded);
        List<String> violations = schema.violationsOfRecord(recorded.document());
        return switch (sealing.seal(recorded.document(), violations, issuer, at)) {
            case Sealed.Refused(String reason) -> asked.unsigned(reason);
            case Sealed.Signed done -> {
                HeldRecord signed = recorded.signed(done.secured(), done.token().orElse(null));
                // Where a turn died between the two, the recorded one is there unsigned.
                around.records().removeIf(one -> one.id().equals(signed.id()));
                around.records().add(signed);
                Effects told = asked.done(signed, issue.by(), false);
                List<Write> writes = new ArrayList<>(List.of(LearnerRecords.sign(signed)));
                writes.addAll(told.writes());
                yield new Effects(List.copyOf(writes), told.emitted());
            }
        };
    }

    /** As in a credential: a salt of this document alone, and a name for the subject where a token needs one. */
    private Holder holder(Outcome.Issue issue, SigningIssuer issuer) {
        Profile person = issue.person();
        String salt = ids.of(person.tenant(), "salt", issue.id().toString())
                .toString()
                .replace("-", "");
        String subject = issuer.namesSubjects() ? issue.by().recordAddress(issue.id()) + "#holder" : null;
        return new Holder(person.displayName(), person.email(), salt, subject);
    }
}
