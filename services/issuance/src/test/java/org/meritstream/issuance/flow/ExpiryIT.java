package org.meritstream.issuance.flow;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialState;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.issuance.credential.Unannounced;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** That a credential is over is told once, by its timer, and not of what was revoked before. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ExpiryIT {
    /** Two years after the tenth minute of the story. */
    private static final Instant UNTIL = Instant.parse("2028-11-20T10:10:00Z");

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    Database database;

    @Inject
    Agenda agenda;

    @Inject
    Unannounced unannounced;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @ParameterizedTest
    @EnumSource
    void tellsOnceWhenTheValidityOfACredentialIsOverHoweverItIsSecured(Securing securing) {
        Story story = issued(
                "over-" + securing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), securing);
        Event<?> due = fellDue(story);

        List<Message> emitted = handler.handle(log.deliver(List.of(due)));

        assertThat(due.data()).isEqualTo(new ExpireCredential(story.tenant(), id(story), story.learner(1), UNTIL));
        assertThat(due.header().time()).isEqualTo(UNTIL);
        assertThat(emitted).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(emitted).extracting(ExpiryIT::data).hasSize(2);
        assertThat(((CredentialExpired) data(emitted.get(0))).expiredAt()).isEqualTo(UNTIL);
        FeedEntry entry = (FeedEntry) data(emitted.get(1));
        assertThat(entry.expired()).isTrue();
        assertThat(entry.state()).isEqualTo(CredentialState.ISSUED);
        assertThat(time(story, "expired_at")).isEqualTo(UNTIL);
        assertThat(handler.handle(log.deliver(List.of(due)))).isEmpty();
        assertThat(handler.handle(log.deliver(List.of(story.expire(id(story), 1, UNTIL.plusSeconds(1))))))
                .isEmpty();
    }

    @Test
    void setsNoTimerForACredentialThatDoesNotEnd() {
        founding.found("endless");
        Story story = new Story("endless");

        handler.handle(
                log.deliver(List.of(story.profiled(1, "Amina Yilmaz", 1), story.published(3), story.conferred(1, 10))));

        assertThat(timers(story)).isZero();
        assertThat(time(story, "valid_until")).isNull();
    }

    @Test
    void tellsNothingOfTheEndOfWhatWasRevoked() {
        Story story = issued("revoked-first");
        Event<?> due = fellDue(story);

        handler.handle(log.deliver(List.of(story.revoke(id(story), 1, RevocationReason.MISCONDUCT, 30))));

        assertThat(timers(story)).isZero();
        assertThat(handler.handle(log.deliver(List.of(due)))).isEmpty();
        assertThat(time(story, "expired_at")).isNull();
    }

    @Test
    void revokesWhatIsOverAndTellsTheFeedOfBoth() {
        Story story = issued("over-then-revoked");
        Event<?> due = fellDue(story);

        List<Message> emitted = handler.handle(
                log.deliver(List.of(due, story.revoke(id(story), 1, RevocationReason.MISCONDUCT, 60 * 24 * 800))));

        FeedEntry last = (FeedEntry) data(emitted.get(emitted.size() - 1));
        assertThat(emitted).hasSize(5);
        assertThat(last.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(last.expired()).isTrue();
    }

    @Test
    void setsNoTimerForWhatIsRevokedInTheTurnThatIssuesIt() {
        founding.found("stillborn");
        Story story = new Story("stillborn");

        handler.handle(log.deliver(List.of(
                story.withdrawn(1, 20),
                story.profiled(1, "Amina Yilmaz", 1),
                story.publishedFor(24, 3),
                story.conferred(1, 10))));

        assertThat(timers(story)).isZero();
    }

    @Test
    void leavesAnotherTenantsCredentialAlone() {
        Story mine = issued("over-mine");
        Story yours = issued("over-yours");

        List<Message> emitted = handler.handle(log.deliver(List.of(mine.expire(id(yours), 1, UNTIL))));

        assertThat(emitted).isEmpty();
        assertThat(time(yours, "expired_at")).isNull();
    }

    @Test
    void givesATimerToCredentialsFromBeforeThereWereAnyAndLeavesOthersAlone() {
        Story before = issued("before-timers");
        Story over = issued("before-but-over");
        handler.handle(log.deliver(List.of(fellDue(over))));
        Story story = issued("with-a-timer");
        database.query("delete from timer where name = any($1::text[])", Tuple.of((Object)
                new String[] {name(before), name(over)}));
        database.query("update timer set due_at = due_at + interval '1 day' where name = $1", Tuple.of(name(story)));

        unannounced.attend();

        assertThat(fellDue(before).data())
                .isEqualTo(new ExpireCredential("before-timers", id(before), before.learner(1), UNTIL));
        assertThat(timers(over)).isZero();
        assertThat(dueAt(story)).isAfter(UNTIL);
    }

    private Story issued(String tenant, Securing... further) {
        founding.found(tenant, securings(further));
        Story story = new Story(tenant);
        handler.handle(log.deliver(
                List.of(story.profiled(1, "Amina Yilmaz", 1), story.publishedFor(24, 3), story.conferred(1, 10))));
        return story;
    }

    private static Securing[] securings(Securing... further) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Securing.EDDSA_RDFC_2022), java.util.stream.Stream.of(further))
                .distinct()
                .toArray(Securing[]::new);
    }

    /** The credential's timer, as the timekeeper appends it. */
    private Event<?> fellDue(Story story) {
        Message due = agenda.take(UNTIL.plusSeconds(1), Integer.MAX_VALUE).stream()
                .filter(one -> one.name().equals(name(story)))
                .findFirst()
                .orElseThrow()
                .message();
        database.query("update timer set taken_until = '-infinity'", Tuple.tuple());
        return EventFormat.read(due.headers(), due.body());
    }

    private Instant dueAt(Story story) {
        Row row = database.query("select due_at from timer where name = $1", Tuple.of(name(story)))
                .iterator()
                .next();
        return row.getOffsetDateTime("due_at").toInstant();
    }

    private long timers(Story story) {
        return database.query("select count(*) as n from timer where name = $1", Tuple.of(name(story)))
                .iterator()
                .next()
                .getLong("n");
    }

    private @org.jspecify.annotations.Nullable Instant time(Story story, String column) {
        Row row = database.query("select " + column + " from issued_credential where id = $1", Tuple.of(id(story)))
                .iterator()
                .next();
        return row.getOffsetDateTime(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }

    private String name(Story story) {
        return "expire-credential/" + id(story);
    }

    private UUID id(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
    }

    private static EventData data(Message message) {
        return EventFormat.read(message.headers(), message.body()).data();
    }
}
