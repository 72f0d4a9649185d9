package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RenewStatusList;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.ListSigning;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Timer;
import org.meritstream.log.Turns;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Waiting;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;

/** A key is compromised when another replica has read the keys, and not yet the list that it signs anew with them. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ListKeysIT {
    @Inject
    Issuing issuing;

    @Inject
    PostgresJournal journal;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    @Inject
    Stores stores;

    @Inject
    Waiting waiting;

    @Inject
    Minting minting;

    @Inject
    Preparation.Beside beside;

    @Inject
    Database database;

    @Inject
    ListSigning signing;

    @Test
    void signsARevocationByTheNewKey() {
        Story story = begun("list-keys-revoked");

        interrupted(story, story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 40));

        assertThat(OverHttp.signerOf("list-keys-revoked-1")).endsWith(name(story));
    }

    @Test
    void signsAWithdrawalByTheNewKey() {
        Story story = begun("list-keys-withdrawn");

        interrupted(story, story.withdrawn(1, 40));

        assertThat(OverHttp.signerOf("list-keys-withdrawn-1")).endsWith(name(story));
    }

    @Test
    void signsARenewalByTheNewKey() {
        Story story = begun("list-keys-renewed");
        Message due = new Timer("any", Instant.now(), new RenewStatusList(story.tenant(), 1)).fellDue("issuance");

        interrupted(story, EventFormat.read(due.headers(), due.body()));

        assertThat(OverHttp.signerOf("list-keys-renewed-1")).endsWith(name(story));
    }

    @Test
    void signsASuspensionByTheNewKey() {
        Story story = begun("list-keys-suspended");

        interrupted(story, story.suspend(issuing.id(story, 1), 1, SuspensionReason.UNDER_REVIEW, 40));

        assertThat(OverHttp.signerOf("list-keys-suspended-1-suspension")).endsWith(name(story));
    }

    @Test
    void revokesInTheBatchThatRotatesTheKey() {
        Story story = begun("list-keys-rotated");

        List<Message> told = issuing.handle(
                story.rotated(SigningKeyKind.ED25519, 39),
                story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 40));

        assertThat(Anew.all(told, CredentialRevoked.class)).hasSize(1);
    }

    @Test
    void revokesByTheNewKeyInTheBatchThatSaysThatTheFormerIsCompromised() {
        Story story = begun("list-keys-compromised");

        List<Message> told = issuing.handle(
                compromised(story), story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 60));

        assertThat(Anew.all(told, CredentialRevoked.class)).hasSize(1);
        assertThat(OverHttp.signerOf("list-keys-compromised-1")).endsWith(name(story));
    }

    /** As another replica does it that is told of the compromise before it reads the list. */
    private void interrupted(Story story, Event<?> event) {
        Queue<Event<?>> meanwhile = new ArrayDeque<>(List.of(compromised(story)));
        StatusLists late = new StatusLists(database, signing, ids) {
            @Override
            public List<Write> signedAnew(ListChanges changes, Map<String, SigningIssuer> by) {
                Event<?> first = meanwhile.poll();
                if (first != null) {
                    issuing.handle(first);
                }
                return super.signedAnew(changes, by);
            }
        };
        Stores readLate = new Stores(
                stores.learners(),
                stores.achievements(),
                stores.issuers(),
                stores.credentials(),
                stores.withdrawals(),
                stores.successions(),
                late);
        IssuanceWork work = new IssuanceWork(new Preparation(readLate, waiting, minting, beside, ids), ids);
        new Turns<>(work, journal).handle(issuing.deliver(event));
        assertThat(meanwhile).as("it was told").isEmpty();
    }

    private Event<?> compromised(Story story) {
        return story.compromised(issuing.issuer(story.tenant()).key().multikey(), 5, 50);
    }

    private Story begun(String tenant) {
        founding.found(tenant);
        Story story = new Story(tenant);
        issuing.handle(story.chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        issuing.handle(story.published(1), story.profiled(1, "Amina Yilmaz", 3), story.conferred(1, 10));
        return story;
    }

    private String name(Story story) {
        return issuing.issuer(story.tenant()).key().multikey();
    }
}
