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
import org.meritstream.events.IssueRecord;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.credential.DocumentSealing;
import org.meritstream.issuance.credential.DocumentSealing.Sealed;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.credential.Visibilities;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.KnownLearners;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Profile;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.issuance.learnerrecord.RecordAnswers;
import org.meritstream.issuance.learnerrecord.RecordCredential;
import org.meritstream.issuance.learnerrecord.RecordDecision;
import org.meritstream.issuance.learnerrecord.RecordDecision.Outcome;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Write;

/**
 * Readies what becomes of commands about learner records: gathers what a person holds, records the document, checks it, signs it. Of what the batch
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

    /** What is known around a batch; the records grow as its commands are decided. */
    private record Around(
            Map<String, SigningIssuer> issuers,
            KnownLearners learners,
            List<HeldCredential> credentials,
            List<HeldRecord> records) {

        LearnerKey person(IssueRecord command) {
            return learners.person(new LearnerKey(command.tenant(), command.learner()));
        }

        RecordDecision.Known of(IssueRecord command) {
            LearnerKey person = person(command);
            SigningIssuer by = issuers.get(command.tenant());
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
    }

    /** By the command's id. */
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
        commands.forEach(command -> concluded.put(command.id(), new Effects(writes(command, around), List.of())));
        return concluded;
    }

    private Around around(List<Inbound> commands) {
        Set<String> tenants = new HashSet<>();
        Set<LearnerKey> asked = new HashSet<>();
        Set<UUID> shared = new HashSet<>();
        for (Inbound command : commands) {
            tenants.add(command.data().tenant());
            if (command.data() instanceof IssueRecord issue) {
                asked.add(new LearnerKey(issue.tenant(), issue.learner()));
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

    private List<Write> writes(Inbound command, Around around) {
        if (command.data() instanceof ShareRecord share) {
            return shared(command, share, around);
        }
        IssueRecord asked = (IssueRecord) command.data();
        UUID id = ids.of(asked.tenant(), "record", command.id());
        return switch (RecordDecision.decide(id, asked, around.of(asked), command.time())) {
            case Outcome.Issue issue -> issued(command, asked, issue, around);
            case Outcome.AlreadyThere(UUID there) -> List.of(RecordAnswers.done(command, there));
            case Outcome.Refused(RecordDecision.Refusal why) -> List.of(RecordAnswers.refused(command, why));
        };
    }

    private static List<Write> shared(Inbound command, ShareRecord share, Around around) {
        return around.records().stream()
                .filter(one -> one.id().equals(share.record()) && one.tenant().equals(share.tenant()) && one.signed())
                .findFirst()
                .map(one -> List.of(
                        Visibilities.store(List.of(new VisibilityChanged(
                                one.tenant(), one.learner(), one.id(), share.visibility(), command.time()))),
                        RecordAnswers.done(command, one.id())))
                .orElseGet(() -> List.of(RecordAnswers.unknown(command)));
    }

    private List<Write> issued(Inbound command, IssueRecord asked, Outcome.Issue issue, Around around) {
        SigningIssuer issuer = around.issuers().get(asked.tenant());
        if (issuer == null) {
            throw new IllegalStateException("Decided by its issuer");
        }
        Instant at = command.time();
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
            case Sealed.Refused(String reason) -> List.of(RecordAnswers.unsigned(command, reason));
            case Sealed.Signed done -> {
                HeldRecord signed = recorded.signed(done.secured(), done.token().orElse(null));
                around.records().add(signed);
                yield List.of(LearnerRecords.sign(signed), RecordAnswers.done(command, signed.id()));
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
