package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.Unattended;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** A list is signed anew by its timer and on every change, and none is left to run out. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ListRenewalIT {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    Database database;

    @Inject
    Agenda agenda;

    @Inject
    Unattended unattended;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @Test
    void signsAnewWhatItsTimerNamesAndSetsTheNext() {
        revoked("renewed");
        founding.found("renewed-neighbour");
        setBack("renewed", 5);
        JsonPath before = list("renewed");

        List<Message> emitted = handler.handle(List.of(log.deliver(fellDue("renewed"))));

        JsonPath after = list("renewed");
        assertThat(emitted).isEmpty();
        assertThat(from(after)).isAfter(from(before)).isAfter(Instant.now().minus(DAY));
        assertThat(until(after)).isEqualTo(from(after).plus(Duration.ofDays(7)));
        assertThat(bits(after)).isEqualTo(bits(before)).isNotEqualTo(Bitstring.empty());
        assertThat(dueAt("renewed")).isEqualTo(from(after).plus(DAY));
        assertThat(until(list("renewed-neighbour"))).isAfter(Instant.now());
    }

    @Test
    void movesTheTimerWhenAChangeSignsTheList() {
        founding.found("changed-list");
        issue(new Story("changed-list"));
        setBack("changed-list", 1);
        Instant due = dueAt("changed-list");

        handler.handle(log.deliver(List.of(revocation("changed-list"))));

        assertThat(dueAt("changed-list"))
                .isAfter(due)
                .isEqualTo(from(list("changed-list")).plus(DAY));
    }

    @Test
    void signsAListAsOfNowHoweverLongAgoItsEventWas() {
        revoked("long-ago");

        assertThat(from(list("long-ago"))).isAfter(Story.START.plus(DAY));
        assertThat(until(list("long-ago"))).isAfter(Instant.now());
    }

    @Test
    void givesATimerToAListFromBeforeThereWereAnyAndLeavesOthersAlone() {
        founding.found("unattended");
        founding.found("attended");
        Instant attended = dueAt("attended");
        database.query("delete from timer where name = $1", Tuple.of(timer("unattended")));
        database.query(
                "update status_list set signed_at = signed_at - interval '1 hour' where tenant = any($1)",
                Tuple.of((Object) new String[] {"attended", "unattended"}));

        unattended.attend();

        assertThat(dueAt("unattended")).isBefore(Instant.now().plus(DAY).minus(Duration.ofMinutes(59)));
        assertThat(dueAt("attended")).isEqualTo(attended);
    }

    @Test
    void signsNothingForATenantThatHasNoSuchList() {
        founding.found("once-only");
        Message due = new org.meritstream.log.Timer(
                        "any", Instant.now(), new org.meritstream.events.RenewStatusList("once-only", 9))
                .fellDue("issuance");

        assertThat(handler.handle(List.of(log.deliver(EventFormat.read(due.headers(), due.body())))))
                .isEmpty();
    }

    private void revoked(String tenant) {
        founding.found(tenant);
        issue(new Story(tenant));
        handler.handle(log.deliver(List.of(revocation(tenant))));
    }

    private void issue(Story story) {
        handler.handle(
                log.deliver(List.of(story.profiled(1, "Amina Yilmaz", 1), story.published(3), story.conferred(1, 10))));
    }

    private Event<?> revocation(String tenant) {
        Story story = new Story(tenant);
        UUID credential = ids.of(tenant, "credential", story.learner(1).toString(), "data-literacy", "1");
        return story.revoke(credential, 1, RevocationReason.ISSUED_IN_ERROR, 30);
    }

    /** As if it had been signed so many days earlier. */
    private void setBack(String tenant, int days) {
        String from = from(list(tenant)).toString();
        String earlier = Instant.parse(from).minus(Duration.ofDays(days)).toString();
        database.query(
                "update status_list set document = replace(document, $2, $3) where tenant = $1",
                Tuple.of(tenant, from, earlier));
        database.query(
                "update timer set due_at = due_at - make_interval(days => $2) where name = $1",
                Tuple.of(timer(tenant), days));
    }

    /** The list's timer, as the timekeeper appends it. */
    private Event<?> fellDue(String tenant) {
        Message due = agenda.take(Instant.now().plus(DAY), Integer.MAX_VALUE).stream()
                .filter(one -> one.name().equals(timer(tenant)))
                .findFirst()
                .orElseThrow()
                .message();
        return EventFormat.read(due.headers(), due.body());
    }

    private Instant dueAt(String tenant) {
        Row row = database.query("select due_at from timer where name = $1", Tuple.of(timer(tenant)))
                .iterator()
                .next();
        return row.getOffsetDateTime("due_at").toInstant();
    }

    private static String timer(String tenant) {
        return "renew-status-list/" + tenant + "-1";
    }

    private static JsonPath list(String tenant) {
        return JsonPath.from(given().get("/status/" + tenant + "-1").asString());
    }

    private static Instant from(JsonPath list) {
        return Instant.parse(list.getString("validFrom"));
    }

    private static Instant until(JsonPath list) {
        return Instant.parse(list.getString("validUntil"));
    }

    private static Bitstring bits(JsonPath list) {
        return Bitstring.decoded(list.getString("credentialSubject.encodedList"));
    }
}
