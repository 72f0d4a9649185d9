package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventData;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.LapseReason;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.flow.OnTheLog;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** From what a learner hands in to what is told of it, on a real broker and a real PostgreSQL, with another university's server to ask. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@WithTestResource(
        value = ForeignServer.class,
        initArgs =
                @ResourceArg(
                        name = "tenants",
                        value =
                                "im-good,im-again,im-forms,im-address,im-revoked,im-lapses,im-changed,im-else,im-kinds,im-slow,im-early"))
class ImportFlowIT {
    private final ForeignUniversity southfield = ForeignUniversity.running();

    @Inject
    Database database;

    @Test
    void tellsThatAnotherUniversitysCredentialIsHeldAndKeepsNothingOfItsText() {
        HandedIn learner = known("im-good");

        HandedIn.append(List.of(learner.request(1, southfield.credential(1, HandedIn.AMINA))));

        assertThat(learner.told(1)).singleElement().isInstanceOfSatisfying(CredentialVerified.class, said -> {
            assertThat(said.first()).isTrue();
            assertThat(said.learner()).isEqualTo(learner.learner());
            assertThat(said.issuer()).isEqualTo(southfield.did());
            assertThat(said.achievement()).isEqualTo(southfield.achievement());
            assertThat(said.issuerName()).isEqualTo("Southfield University");
            assertThat(said.achievementName()).isEqualTo("Data Literacy");
        });
        Row kept = row(learner.id(1));
        assertThat(kept.getString("state")).isEqualTo("HELD");
        assertThat(kept.getBuffer("body")).isNull();
        assertThat(kept.getString("watched")).doesNotContain("Amina").doesNotContain("identityHash");
    }

    @Test
    void countsTheSameCredentialOnceInWhateverFormItComes() {
        HandedIn learner = known("im-again");
        String credential = southfield.credential(2, HandedIn.AMINA);
        southfield.publish("/credentials/2", credential);

        HandedIn.append(List.of(learner.request(1, credential)));
        learner.told(1);
        HandedIn.append(List.of(
                learner.request(1, credential),
                learner.request(2, "{\"url\":\"" + southfield.address("/credentials/2") + "\"}")));

        assertThat(learner.told(2))
                .extracting(said -> ((CredentialVerified) said).credential())
                .containsOnly(learner.id(1));
        assertThat(row(learner.id(2)).getString("state")).isEqualTo("OVER");
    }

    @Test
    void tellsWhatWasRevokedBeforeItWasHandedIn() {
        southfield.revoke(3);

        assertThat(refused("im-revoked", southfield.credential(3, HandedIn.AMINA)))
                .isEqualTo(ImportRefusal.REVOKED);
    }

    @Test
    void looksAgainAndTellsWhenItsIssuerTakesItBack() {
        HandedIn learner = known("im-lapses");
        HandedIn.append(List.of(learner.request(1, southfield.credential(4, HandedIn.AMINA))));
        learner.told(1);

        southfield.revoke(4);

        assertThat(learner.told(2)).last().isInstanceOfSatisfying(CredentialLapsed.class, said -> {
            assertThat(said.credential()).isEqualTo(learner.id(1));
            assertThat(said.reason()).isEqualTo(LapseReason.REVOKED);
        });
        assertThat(row(learner.id(1)).getString("watched")).isNull();
    }

    @Test
    void refusesWhatWasChanged() {
        assertThat(refused(
                        "im-changed", southfield.credential(5, HandedIn.AMINA).replace("Amina Yilmaz", "Anima Yilmaz")))
                .isEqualTo(ImportRefusal.PROOF_INVALID);
    }

    @Test
    void refusesWhatWasIssuedToSomebodyElse() {
        assertThat(refused("im-else", southfield.credential(6, "friend@northgate.example")))
                .isEqualTo(ImportRefusal.ANOTHER_HOLDER);
    }

    /** The tenant is on nobody's list, though another tenant here counts the same credential. */
    @Test
    void refusesWhatThisTenantDoesNotCountThoughAnotherDoes() {
        assertThat(refused("im-unlisted", southfield.credential(7, HandedIn.AMINA)))
                .isEqualTo(ImportRefusal.ISSUER_NOT_RECOGNISED);
    }

    @Test
    void refusesAnIssuerThatIsNotOnTheList() {
        assertThat(refused("im-forms", SignedFixture.credential())).isEqualTo(ImportRefusal.ISSUER_NOT_RECOGNISED);
    }

    @Test
    void refusesWhatIsNoCredential() {
        assertThat(refused("im-kinds", "My certificate, on paper.")).isEqualTo(ImportRefusal.NOT_A_CREDENTIAL);
    }

    /** Slow, inside the network, or not there: the learner is told, and the service asks no longer than it may. */
    @Test
    void refusesAddressesWhereNothingIsToBeHad() {
        HandedIn learner = known("im-address");

        HandedIn.append(List.of(
                learner.request(1, "{\"url\":\"" + southfield.address("/slow") + "\"}"),
                learner.request(2, "{\"url\":\"https://169.254.169.254/latest/meta-data/\"}"),
                learner.request(3, "{\"url\":\"" + southfield.address("/nothing") + "\"}")));

        assertThat(learner.told(3))
                .extracting(said -> ((ImportRefused) said).reason())
                .containsOnly(ImportRefusal.ADDRESS_UNREADABLE);
    }

    @Test
    void saysThatItCouldNotBeCheckedWhereTheIssuersListIsAway() {
        String elsewhere = southfield.document(8, HandedIn.AMINA).replace("/status/southfield-1", "/status/gone");

        assertThat(refused("im-slow", southfield.sign(elsewhere))).isEqualTo(ImportRefusal.NOT_CHECKABLE);
    }

    @Test
    void waitsForTheRosterWhereTheTwoTopicsAreReadInAnotherOrder() {
        HandedIn learner = new HandedIn("im-early");
        String credential = southfield.credential(9, HandedIn.AMINA);
        HandedIn.append(List.of(learner.request(1, credential, Instant.now())));
        database.query("select pg_sleep(2)", Tuple.tuple());

        HandedIn.append(List.of(learner.profiled(HandedIn.AMINA)));

        assertThat(learner.told(1)).singleElement().isInstanceOf(CredentialVerified.class);
    }

    private ImportRefusal refused(String tenant, String body) {
        HandedIn learner = known(tenant);
        HandedIn.append(List.of(learner.request(1, body)));
        EventData said = learner.told(1).getFirst();
        assertThat(said).isInstanceOf(ImportRefused.class);
        assertThat(row(learner.id(1)).getBuffer("body")).isNull();
        return ((ImportRefused) said).reason();
    }

    private static HandedIn known(String tenant) {
        return known(tenant, HandedIn.AMINA);
    }

    private static HandedIn known(String tenant, @Nullable String email) {
        HandedIn learner = new HandedIn(tenant);
        HandedIn.append(List.of(learner.profiled(email)));
        return learner;
    }

    private Row row(UUID request) {
        return database.query("select * from foreign_credential where request = $1", Tuple.of(request))
                .iterator()
                .next();
    }
}
