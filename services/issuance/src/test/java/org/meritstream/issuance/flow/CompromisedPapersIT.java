package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.OverHttp.progress;
import static org.meritstream.issuance.flow.OverHttp.signed;
import static org.meritstream.issuance.flow.OverHttp.verified;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.Securing;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.issuance.proof.NamedKeys;
import org.meritstream.log.Agenda;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.RealServers;

/** The rehearsal of docs/operations/signing-keys.md goes on: what else a compromised key signed, endorsements and learner records. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class CompromisedPapersIT {
    private static final int LEARNERS = 2;

    @Inject
    Issuing issuing;

    @Inject
    Agenda agenda;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    @Inject
    Endorsements endorsements;

    @Inject
    LearnerRecords records;

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "papers"))
    void signsEndorsementsAndRecordsAgainAfterTheCredentialsThoughItIsKilledInBetween() {
        Story papers = begun("papers", Securing.EDDSA_RDFC_2022, Securing.VC_JWT_EDDSA);
        Story spared = begun("papers-spared", Securing.EDDSA_RDFC_2022);
        List<UUID> said = List.of(
                endorsed(papers, "http://localhost:8080/issuers/papers-spared", 31),
                endorsed(papers, "http://localhost:8080/achievements/papers.data-literacy/1", 32));
        issuing.handle(papers.revokeEndorsement(said.get(1), 33));
        List<UUID> made = List.of(recorded(papers, 1), recorded(papers, 2));
        UUID other = endorsed(spared, "http://localhost:8080/issuers/papers", 31);
        UUID others = recorded(spared, 1);
        List<HeldEndorsement> endorsedBefore = endorsements(said);
        List<HeldRecord> recordedBefore = records(made);
        HeldEndorsement otherBefore = endorsements(List.of(other)).getFirst();
        HeldRecord othersBefore = records(List.of(others)).getFirst();
        SigningIssuer thief = issuing.issuer("papers");

        Event<?> compromised = papers.compromised(thief.key().multikey(), 25, 50);
        List<Message> told = toldThoughKilledInBetween(compromised, recordedBefore);

        assertThat(progress(compromised).getString("state")).isEqualTo("DONE");
        assertThat(progress(compromised).getInt("total")).isEqualTo(LEARNERS + 4);
        assertThat(progress(compromised).getInt("done")).isEqualTo(LEARNERS + 4);
        assertThat(Anew.all(told, EndorsementDocument.class))
                .extracting(EndorsementDocument::endorsement)
                .containsExactlyInAnyOrderElementsOf(said);
        assertThat(Anew.all(told, RecordDocument.class))
                .extracting(RecordDocument::record)
                .containsExactlyInAnyOrderElementsOf(made);
        assertSame(endorsedBefore, endorsements(said), thief);
        assertSigned(recordedBefore, records(made), thief);
        assertThat(endorsements(List.of(other)).getFirst())
                .usingRecursiveComparison()
                .isEqualTo(otherBefore);
        assertThat(records(List.of(others)).getFirst())
                .usingRecursiveComparison()
                .isEqualTo(othersBefore);
    }

    /** Its own proof is by the key in use, and the credential within is by the former. */
    @Test
    void signsARecordAgainOfWhichOnlyACredentialIsByTheKey() {
        Story story = begun("papers-within", Securing.EDDSA_RDFC_2022);
        SigningIssuer thief = issuing.issuer("papers-within");
        issuing.handle(story.rotated(SigningKeyKind.ED25519, 30));
        UUID id = recorded(story, 1);
        assertThat(verified(signed("/records/" + id)).path("verified").asBoolean())
                .isTrue();

        issuing.driver().untilOver(story.compromised(thief.key().multikey(), 25, 50));

        JsonNode judged = verified(signed("/records/" + id));
        assertThat(judged.path("verified").asBoolean()).isTrue();
        assertThat(judged.at("/parts/0/verified").asBoolean()).isTrue();
        assertThat(signed("/records/" + id)).doesNotContain(thief.key().multikey());
    }

    @Test
    void signsARecordOfSuspendableCredentialsAgain() {
        String tenant = "papers-two-entries";
        founding.found(tenant);
        Story story = new Story(tenant);
        issuing.handle(story.chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        issuing.handle(story.published(1), story.profiled(1, "Amina Yilmaz", 3), story.conferred(1, 10));
        UUID id = recorded(story, 1);
        SigningIssuer thief = issuing.issuer(tenant);

        issuing.driver().untilOver(story.compromised(thief.key().multikey(), 25, 50));

        assertThat(signed("/records/" + id))
                .contains("-suspension")
                .doesNotContain(thief.key().multikey());
        assertThat(verified(signed("/records/" + id)).path("verified").asBoolean())
                .isTrue();
    }

    /** What a newer edition of the schema refuses is not signed again, nor is what would vouch for it. */
    @Test
    void refusesARecordThatStillHoldsWhatTheKeySigned() {
        Story story = begun("papers-unsignable", Securing.EDDSA_RDFC_2022);
        UUID id = recorded(story, 1);
        UUID other = recorded(story, 2);
        List<HeldRecord> before = records(List.of(id));
        founding.run(
                "update credential set document = regexp_replace(document, '\"achievementType\":\"[^\"]*\"',"
                        + " '\"achievementType\":\"Nonsense\"') where tenant = $1 and id = any((select credentials from learner_record"
                        + " where id = '" + id + "')::uuid[])",
                story.tenant());
        Event<?> compromised =
                story.compromised(issuing.issuer(story.tenant()).key().multikey(), 25, 50);

        List<Message> told = issuing.driver().untilOver(compromised);

        assertThat(Anew.all(told, RecordDocument.class))
                .extracting(RecordDocument::record)
                .containsExactly(other);
        assertThat(records(List.of(id))).usingRecursiveComparison().isEqualTo(before);
        assertThat(row(compromised, id)).contains("could not be secured again");
        assertThat(row(compromised, other)).isEqualTo(other.toString());
    }

    @Test
    void signsARecordAgainThatHoldsACredentialByAFormerKeyThatIsBelieved() {
        Story story = begun("papers-former", Securing.EDDSA_RDFC_2022);
        SigningIssuer former = issuing.issuer("papers-former");
        issuing.handle(story.rotated(SigningKeyKind.ED25519, 30));
        UUID id = recorded(story, 1);
        Event<?> compromised =
                story.compromised(issuing.issuer("papers-former").key().multikey(), 25, 50);

        issuing.driver().untilOver(compromised);

        assertThat(row(compromised, id)).isEqualTo(id.toString());
        assertThat(signed("/records/" + id)).contains(former.key().multikey());
    }

    /** What became of one: the same id, or why not. */
    private String row(Event<?> command, UUID document) {
        return requireNonNull(founding.row(
                        "select coalesce(result::text, problem) as value from bulk_row where bulk = $1 and credential = $2",
                        UUID.fromString(command.header().id()),
                        document)
                .getString("value"));
    }

    private List<Message> toldThoughKilledInBetween(Event<?> compromised, List<HeldRecord> recorded) {
        Driver driver = issuing.driver();
        List<Message> told = new ArrayList<>(issuing.handle(compromised));
        List<Message> credentials = issuing.handle(driver.next(told));
        told.addAll(credentials);
        assertThat(progress(compromised).getString("state")).isEqualTo("UNDER_WAY");
        assertThat(progress(compromised).getInt("total")).isEqualTo(LEARNERS + 4);
        List<Inbound> slice = driver.next(credentials);
        driver.dieBeforeStoring(slice);
        assertThat(records(recorded.stream().map(HeldRecord::id).toList()))
                .usingRecursiveComparison()
                .isEqualTo(recorded);
        List<Message> first = issuing.handle(slice);
        told.addAll(first);
        assertThat(issuing.handle(slice)).as("killed before it told").hasSameSizeAs(first);
        List<Inbound> swallowed = driver.next(first);
        told.addAll(driver.untilOver(Driver.fellDue(agenda, "papers")));
        assertThat(issuing.handle(swallowed)).as("seen to meanwhile").isEmpty();
        return told;
    }

    private void assertSame(List<HeldEndorsement> before, List<HeldEndorsement> after, SigningIssuer thief) {
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("secured", "token")
                .isEqualTo(before);
        after.forEach(one -> assertThat(NamedKeys.in(one.made(), one.token()))
                .noneMatch(key -> thief.verificationMethods().contains(key)));
        HeldEndorsement stands = after.getFirst().revokedAt() == null ? after.getFirst() : after.getLast();
        assertThat(verified(signed("/endorsements/" + stands.id()))
                        .path("verified")
                        .asBoolean())
                .isTrue();
        assertThat(verified(before.getFirst().made()).path("verified").asBoolean(true))
                .isFalse();
    }

    private void assertSigned(List<HeldRecord> before, List<HeldRecord> after, SigningIssuer thief) {
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("document", "secured", "token")
                .isEqualTo(before);
        after.forEach(one -> {
            JsonNode judged = verified(signed("/records/" + one.id()));
            assertThat(judged.path("verified").asBoolean()).isTrue();
            assertThat(judged.at("/parts/0/verified").asBoolean()).isTrue();
            assertThat(NamedKeys.in(one.made(), one.token()))
                    .noneMatch(key -> thief.verificationMethods().contains(key));
        });
        assertThat(verified(before.getFirst().made()).path("verified").asBoolean(true))
                .isFalse();
    }

    private Story begun(String tenant, Securing... securings) {
        founding.found(tenant, securings);
        Story story = new Story(tenant);
        issuing.handle(story.published(1));
        for (int n = 1; n <= LEARNERS; n++) {
            issuing.handle(story.profiled(n, "Amina Yilmaz", 3), story.conferred(n, 10));
        }
        return story;
    }

    private UUID endorsed(Story story, String what, int minute) {
        Event<?> command = story.endorse(what, "They teach well.", minute);
        issuing.handle(command);
        UUID id = ids.of(story.tenant(), "endorsement", command.header().id());
        assertThat(endorsements(List.of(id))).as(what).hasSize(1);
        return id;
    }

    private UUID recorded(Story story, int n) {
        Event<?> asked = story.requested(n, null, 40);
        issuing.handle(asked);
        UUID id = ids.of(story.tenant(), "record", asked.header().id());
        issuing.handle(story.shared(id, n, Visibility.PUBLIC, 41));
        return id;
    }

    private List<HeldEndorsement> endorsements(List<UUID> of) {
        return endorsements.load(of, List.of(), List.of()).stream()
                .sorted(Comparator.comparing(HeldEndorsement::id))
                .toList();
    }

    private List<HeldRecord> records(List<UUID> of) {
        return records.load(of).stream()
                .sorted(Comparator.comparing(HeldRecord::id))
                .toList();
    }
}
