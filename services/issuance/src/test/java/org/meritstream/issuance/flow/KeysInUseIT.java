package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialState;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Contended;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** A key is compromised in the moment in which another replica signs with it, or tells of what it signed. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class KeysInUseIT {
    @Inject
    Issuing issuing;

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    Credentials credentials;

    @Inject
    StatusLists lists;

    @Inject
    Database database;

    @Test
    void signsByTheNewKeyWhatWasAboutToBeStoredWithTheFormer() {
        Story story = begun("keys-about-to");
        SigningIssuer former = issuer("keys-about-to");

        List<Message> told = driver().interrupted(issuing.deliver(story.conferred(1, 10)), () -> compromise(story));

        assertThat(held(story, 1).securedBy(issuer("keys-about-to"))).isTrue();
        assertThat(Anew.one(told, CredentialDocument.class).forms().get(0).document())
                .doesNotContain(former.key().multikey());
    }

    @Test
    void tellsOfARevocationWithTheProofsThatAreThereByThen() {
        Story story = begun("keys-revoking");
        issuing.handle(story.conferred(1, 10));
        SigningIssuer former = issuer("keys-revoking");

        List<Message> told = driver().interrupted(
                        issuing.deliver(story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 40)),
                        () -> compromise(story));

        assertThat(Anew.one(told, CredentialDocument.class).forms().get(0).document())
                .doesNotContain(former.key().multikey())
                .contains(issuer("keys-revoking").key().multikey());
    }

    @Test
    void tellsOfWhatIsSecuredAgainThatItWasRevokedMeanwhile() {
        Story story = begun("keys-revoked");
        issuing.handle(story.conferred(1, 10));
        List<Message> began = issuing.handle(compromised(story));

        List<Message> told = driver().interrupted(
                        driver().next(began),
                        () -> issuing.handle(story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 40)));

        CredentialDocument document = Anew.one(told, CredentialDocument.class);
        assertThat(document.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(document.forms().get(0).document())
                .contains(issuer("keys-revoked").key().multikey());
    }

    @Test
    void opensNoListByAKeyThatWasTakenAway() {
        Story story = begun("keys-listing");
        SigningIssuer former = issuer("keys-listing");
        compromise(story);

        assertThatThrownBy(() -> database.inTransaction(lists.open(former, 2))).isInstanceOf(Contended.class);
        founding.run("update status_list set closed_at = now() where tenant = $1", "keys-listing");
        database.inTransaction(lists.open(issuer("keys-listing"), 3));
        assertThat(lists.of("keys-listing")).containsExactlyInAnyOrder("keys-listing-1", "keys-listing-3");
    }

    @Test
    void signsAListAnewThatWasOpenedMeanwhile() {
        Story story = begun("keys-opened");
        SigningIssuer former = issuer("keys-opened");

        driver().interrupted(issuing.deliver(compromised(story)), () -> {
            founding.run("update status_list set closed_at = now() where tenant = $1", "keys-opened");
            database.inTransaction(lists.open(former, 2));
        });

        assertThat(OverHttp.signerOf("keys-opened-2"))
                .endsWith(issuer("keys-opened").key().multikey());
        assertThat(issuer("keys-opened").key().multikey())
                .isNotEqualTo(former.key().multikey());
    }

    @Test
    void sharesItsBatchWithNoOtherChangeOfTheSameCredential() {
        Story story = begun("keys-alone");
        issuing.handle(story.conferred(1, 10));
        List<Message> began = issuing.handle(compromised(story));
        List<Inbound> batch = new ArrayList<>(driver().next(began));
        batch.addAll(issuing.deliver(story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 40)));

        assertThatThrownBy(() -> issuing.handle(batch)).isInstanceOf(RecordFault.class);
        assertThat(issuing.handle(batch.subList(0, 1))).isNotEmpty();
    }

    @Test
    void leavesNoneBehindWhereBothHappenAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Story story = begun("keys-raced-" + round);
            List<Inbound> one = new Deliveries(10_000).deliver(List.of(story.conferred(1, 10), story.conferred(2, 11)));
            List<Inbound> other = new Deliveries(20_000).deliver(List.of(compromised(story)));

            List<Message> told = new ArrayList<>();
            try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
                List<Callable<List<Message>>> both = List.of(() -> handler.handle(one), () -> handler.handle(other));
                for (Future<List<Message>> done : replicas.invokeAll(both)) {
                    told.addAll(done.get());
                }
            }
            List<Inbound> next = driver().next(told);
            while (!next.isEmpty()) {
                next = driver().next(handler.handle(next));
            }

            SigningIssuer now = issuer(story.tenant());
            assertThat(held(story, 1).securedBy(now)).isTrue();
            assertThat(held(story, 2).securedBy(now)).isTrue();
        }
    }

    private Driver driver() {
        return issuing.driver();
    }

    private void compromise(Story story) {
        driver().untilOver(compromised(story));
    }

    private Event<?> compromised(Story story) {
        return story.compromised(issuer(story.tenant()).key().multikey(), 5, 50);
    }

    private Story begun(String tenant) {
        founding.found(tenant);
        Story story = new Story(tenant);
        issuing.handle(story.published(1), story.profiled(1, "Amina Yilmaz", 3), story.profiled(2, "Bo Larsen", 3));
        return story;
    }

    private HeldCredential held(Story story, int n) {
        return requireNonNull(
                credentials.load(List.of(issuing.id(story, n)), List.of()).get(issuing.id(story, n)));
    }

    private SigningIssuer issuer(String tenant) {
        return issuing.issuer(tenant);
    }
}
