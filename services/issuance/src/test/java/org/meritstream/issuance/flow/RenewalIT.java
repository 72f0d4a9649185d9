package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.Message;
import org.meritstream.events.Reissue;
import org.meritstream.events.ReissueReason;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.SuccessionReason;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** A credential that ends is issued anew in its own place, with a new validity. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RenewalIT {
    @Inject
    Anew anew;

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @ParameterizedTest
    @EnumSource
    void renewsWhatEndsAndLinksTheTwoHoweverItIsSecured(Securing securing) {
        Story story = anew.issued(
                "renewed-" + securing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), securing);
        UUID former = anew.first(story);
        UUID next = anew.after(story, former);

        List<Message> told = anew.handle(story.renew(former, 1, 20));

        assertThat(told).flatExtracting(EventContract::refusals).isEmpty();
        CredentialIssued issued = Anew.one(told, CredentialIssued.class);
        assertThat(issued.credential()).isEqualTo(next);
        assertThat(issued.award()).isEqualTo(story.award(1));
        assertThat(issued.reissue()).isEqualTo(new Reissue(former, ReissueReason.RENEWED));
        assertThat(issued.validUntil()).isEqualTo("2030-11-20T10:10:00Z");
        CredentialSuperseded superseded = Anew.one(told, CredentialSuperseded.class);
        assertThat(superseded.credential()).isEqualTo(former);
        assertThat(superseded.by()).isEqualTo(next);
        assertThat(superseded.reason()).isEqualTo(SuccessionReason.RENEWED);
        assertThat(Anew.all(told, CredentialRevoked.class)).isEmpty();
        anew.assertLinked(former, next);
        assertThat(anew.outcome(story.renew(former, 1, 20))).isEqualTo("done /api/credentials/" + next);
        anew.share(story, former, next);
        assertThat(Anew.page(former)).contains("This credential is valid", "It was renewed", "/credentials/" + next);
        assertThat(Anew.page(next)).contains("This credential is valid", "It renews an earlier credential");
    }

    @Test
    void answersWhereItIsToBeRefreshedWithWhatTookItsPlace() {
        Story story = anew.issued("refreshed");
        UUID former = anew.first(story);
        UUID next = anew.after(story, former);
        UUID last = anew.after(story, next);
        anew.handle(story.renew(former, 1, 20));
        anew.handle(story.renew(next, 1, 30));

        assertThat(Anew.refresh(former).statusCode()).isEqualTo(404);
        anew.share(story, former, next);
        assertThat(Anew.refresh(former).statusCode())
                .as("the newest is not shared")
                .isEqualTo(404);
        anew.share(story, last);

        for (UUID credential : List.of(former, next, last)) {
            assertThat(Anew.refresh(credential).jsonPath().getString("id")).endsWith("/credentials/" + last);
        }
        assertThat(Anew.refresh(UUID.randomUUID()).asString())
                .isEqualTo(Anew.refresh(UUID.randomUUID()).asString());
        assertThat(Anew.document(former).jsonPath().getString("refreshService.id"))
                .endsWith("/credentials/" + former + "/refresh");
    }

    @Test
    void renewsAgainAndNothingTwice() {
        Story story = anew.issued("renewed-again");
        UUID former = anew.first(story);
        anew.handle(story.renew(former, 1, 20));
        UUID next = anew.after(story, former);

        assertThat(anew.handle(story.renew(former, 1, 21))).isEmpty();
        assertThat(anew.outcome(story.renew(former, 1, 21))).isEqualTo("done /api/credentials/" + next);
        assertThat(Anew.one(anew.handle(story.renew(next, 1, 22)), CredentialIssued.class)
                        .validUntil())
                .isEqualTo("2032-11-20T10:10:00Z");
    }

    @Test
    void refusesToRenewWhatIsRevokedOrEndlessOrAnothers() {
        Story story = anew.issued("not-renewed");
        Story endless = new Story("endless-renewed");
        founding.found(endless.tenant());
        anew.handle(endless.profiled(1, Anew.OLD, 1), endless.published(3), endless.conferred(1, 10));
        UUID foreign = anew.first(endless);

        assertThat(anew.handle(story.renew(foreign, 1, 20), endless.renew(foreign, 1, 20)))
                .isEmpty();
        anew.handle(story.revoke(anew.first(story), 1, RevocationReason.MISCONDUCT, 30));
        anew.handle(story.renew(anew.first(story), 1, 40));

        assertThat(anew.outcome(story.renew(foreign, 1, 20)))
                .startsWith("refused")
                .contains("unknown-credential");
        assertThat(anew.outcome(endless.renew(foreign, 1, 20))).contains("endless-credential");
        assertThat(anew.outcome(story.renew(anew.first(story), 1, 40))).contains("revoked-credential");
    }

    @Test
    void tellsOfTheEndOfBoth() {
        Story story = anew.issued("both-end");
        UUID former = anew.first(story);
        anew.handle(story.renew(former, 1, 20));

        assertThat(anew.handle(story.expire(former, 1, Instant.parse("2028-11-20T10:10:00Z"))))
                .hasSize(2);
        assertThat(anew.handle(story.expire(anew.after(story, former), 1, Instant.parse("2030-11-20T10:10:00Z"))))
                .hasSize(2);
    }

    @Test
    void revokesAllOfAnAwardThatIsWithdrawn() {
        Story story = anew.issued("renewed-withdrawn");
        UUID former = anew.first(story);
        anew.handle(story.renew(former, 1, 20));

        List<Message> told = anew.handle(story.withdrawn(1, 40));

        assertThat(Anew.all(told, CredentialRevoked.class))
                .extracting(CredentialRevoked::credential)
                .containsExactly(former, anew.after(story, former));
        assertThat(anew.bits("renewed-withdrawn")).isEqualTo(2);
    }

    @Test
    void linksTheNewestOfAnAwardToThatOfTheAwardThatTookItsPlace() {
        Story story = anew.issued("renewed-awarded-again");
        UUID former = anew.first(story);
        anew.handle(story.publishedAnother(3), story.renew(former, 1, 20));
        anew.handle(story.withdrawn(1, 40));

        List<Message> told = anew.handle(story.conferredInstead(1, 50));

        UUID again = Anew.one(told, CredentialIssued.class).credential();
        assertThat(Anew.one(told, CredentialSuperseded.class).credential()).isEqualTo(anew.after(story, former));
        assertThat(Anew.one(told, CredentialSuperseded.class).reason()).isEqualTo(SuccessionReason.AWARDED_AGAIN);
        anew.assertLinked(former, anew.after(story, former));
        anew.assertLinked(anew.after(story, former), again);
        anew.share(story, again);
        assertThat(Anew.refresh(former).jsonPath().getString("id")).endsWith("/credentials/" + again);
    }

    @Test
    void revokesAllWhereAnAwardIsWithdrawnInTheMomentInWhichItIsRenewed() throws Exception {
        for (int round = 0; round < 10; round++) {
            Story story = anew.issued("raced-" + round);
            UUID former = anew.first(story);
            List<Inbound> one = new Deliveries(10_000).deliver(List.of(story.renew(former, 1, 20)));
            List<Inbound> other = new Deliveries(20_000).deliver(List.of(story.withdrawn(1, 30)));

            try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
                List<Callable<List<Message>>> work = List.of(() -> handler.handle(one), () -> handler.handle(other));
                for (Future<List<Message>> done : replicas.invokeAll(work)) {
                    done.get();
                }
            }

            assertThat(anew.count("issued_credential where tenant = $1 and state = 'ISSUED'", story.tenant()))
                    .isZero();
            assertThat(anew.bits(story.tenant()))
                    .isEqualTo(anew.count("issued_credential where tenant = $1", story.tenant()));
        }
    }

    @Test
    void sharesItsBatchWithNoOtherChangeOfTheSameAward() {
        Story story = anew.issued("alone");
        UUID former = anew.first(story);

        assertThatThrownBy(() -> anew.handle(story.renew(former, 1, 20), story.correct(former, 1, 21)))
                .isInstanceOf(RecordFault.class);
        assertThatThrownBy(() -> anew.handle(story.renew(former, 1, 20), story.withdrawn(1, 21)))
                .isInstanceOf(RecordFault.class);
        assertThat(anew.handle(story.renew(former, 1, 20))).isNotEmpty();
    }
}
