package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.ResumeWaiting;
import org.meritstream.events.Topics;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** However many awards wait for one thing, each is taken up once, a few at a time, and one at fault harms no other. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class WaitingIT {
    private static final int AWARDS = 8;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    Agenda agenda;

    private final Deliveries log = new Deliveries();

    @Test
    void takesUpAFewAtATimeUntilAllAreDone() {
        Story story = waiting("graduation");
        founding.found("graduation");

        List<List<Message>> turns = untilDone(log.deliver(story.opened(20)));

        assertThat(turns).extracting(WaitingIT::issued).containsExactly(3L, 3L, 2L);
        assertThat(count("waiting where awaits = $1", "issuer:graduation")).isZero();
        assertThat(turns.stream().flatMap(List::stream).flatMap(message -> EventContract.refusals(message).stream()))
                .isEmpty();
    }

    @Test
    void asksForNoMoreThanThereIs() {
        Story story = waiting("exact", 2 * SmallBatches.BATCH);
        founding.found("exact");

        List<List<Message>> turns = untilDone(log.deliver(story.opened(20)));

        assertThat(turns).extracting(WaitingIT::issued).containsExactly(3L, 3L);
    }

    @Test
    void goesOnWhereACrashLeftOff() {
        Story story = waiting("crashed-between");
        founding.found("crashed-between");
        Inbound opened = log.deliver(story.opened(20));

        List<Message> stored = handler.handle(List.of(opened));
        List<List<Message>> turns = untilDone(opened);
        Inbound asked = log.deliver(continuation(stored).get(0));
        List<Message> again = handler.handle(List.of(asked));

        assertThat(texts(turns.get(0))).isEqualTo(texts(stored));
        assertThat(turns).extracting(WaitingIT::issued).containsExactly(3L, 3L, 2L);
        assertThat(again).isEmpty();
        assertThat(count("issued_credential where tenant = $1", "crashed-between"))
                .isEqualTo(AWARDS);
    }

    @Test
    void stopsAskingWhereWhatIsMissingIsNotThereAfterAll() {
        Story story = waiting("premature");

        List<List<Message>> turns = untilDone(log.deliver(story.opened(20)));

        assertThat(turns).containsExactly(List.of());
        assertThat(count("waiting where awaits = $1", "issuer:premature")).isEqualTo(AWARDS);
    }

    @Test
    void issuesOnceWhenTwoReplicasTakeUpTheSame() throws Exception {
        Story story = waiting("raced");
        founding.found("raced");
        Inbound first = log.deliver(story.opened(20));
        Inbound second = log.deliver(story.opened(21));
        List<Message> emitted = new ArrayList<>();
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Callable<List<List<Message>>>> work = List.of(() -> untilDone(first), () -> untilDone(second));
            for (Future<List<List<Message>>> done : replicas.invokeAll(work)) {
                done.get().forEach(emitted::addAll);
            }
        }

        assertThat(issued(emitted)).isEqualTo(AWARDS);
        assertThat(count("waiting where awaits = $1", "issuer:raced")).isZero();
    }

    @Test
    void deadLettersTheAwardAtFaultAloneAndDecidesItsReplayAnew() {
        Story story = new Story("poisoned-later");
        handler.handle(log.deliver(List.of(
                story.publishedWithAnUnknownType(3),
                story.profiled(1, "Amina Yilmaz", 1),
                story.profiled(2, "Bo Chen", 1),
                story.conferred(1, 10))));
        handler.handle(log.deliver(List.of(story.conferredOfAnother(2, 11), story.publishedAnother(4))));
        founding.found("poisoned-later");

        List<Message> emitted = handler.handle(List.of(log.deliver(story.opened(20))));

        assertThat(issued(emitted)).isEqualTo(1);
        Message letter = onlyLetter(emitted);
        assertThat(letter.headers().get("meritstream_reason"))
                .contains("/credentialSubject/achievement/achievementType")
                .doesNotContain("Amina");
        assertThat(letter.headers().get("meritstream_origin")).startsWith(Topics.AWARD);
        assertThat(letter.key()).startsWith("poisoned-later/");
        assertThat(count("waiting where awaits = $1", "issuer:poisoned-later")).isZero();

        assertThatThrownBy(() -> handler.handle(List.of(replayed(letter))))
                .as("the replay is decided anew")
                .isInstanceOf(RecordFault.class);
    }

    @Test
    void findsTheAwardThatTheStoreRefuses() {
        Story story = waiting("refused-by-store");
        handler.handle(log.deliver(List.of(story.conferredAgainUnderAnotherNumber(1, 12))));
        founding.found("refused-by-store");

        List<List<Message>> turns = untilDone(log.deliver(story.opened(20)));

        List<Message> emitted = turns.stream().flatMap(List::stream).toList();
        assertThat(issued(emitted)).isEqualTo(AWARDS);
        Message letter = onlyLetter(emitted);
        assertThat(letter.headers().get("meritstream_reason")).isEqualTo("the store refuses the data: 23505");

        makeRoom(story.award(1));
        assertThat(issued(handler.handle(List.of(replayed(letter))))).isEqualTo(1);
    }

    @Test
    void goesOnThoughSilenceSwallowedItsCommands() {
        Story story = waiting("silenced");
        founding.found("silenced");

        List<Message> swallowed = handler.handle(List.of(log.deliver(story.opened(20))));
        List<List<Message>> turns = untilDone(log.deliver(fellDue("silenced")));

        assertThat(issued(swallowed)).isEqualTo(SmallBatches.BATCH);
        assertThat(turns).extracting(WaitingIT::issued).containsExactly(3L, 2L);
        assertThat(count("timer where name = $1", "resume-waiting/issuer:silenced"))
                .isZero();
    }

    @Test
    void setsNoTimerForWhatIsNotThereAfterAll() {
        Story story = waiting("absent");

        untilDone(log.deliver(story.opened(20)));

        assertThat(count("timer where name = $1", "resume-waiting/issuer:absent"))
                .isZero();
    }

    /** The timer of a tenant's issuer, as the timekeeper appends it. */
    private Event<?> fellDue(String tenant) {
        Message due = agenda.take(Story.START.plus(Duration.ofDays(1)), Integer.MAX_VALUE).stream()
                .filter(one -> one.name().equals("resume-waiting/issuer:" + tenant))
                .findFirst()
                .orElseThrow()
                .message();
        return EventFormat.read(due.headers(), due.body());
    }

    private static Message onlyLetter(List<Message> emitted) {
        List<Message> letters = emitted.stream()
                .filter(message -> message.topic().equals(Topics.deadLetters("issuance")))
                .toList();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    /** Awards of known learners and a known achievement, of a tenant without an issuer. */
    private Story waiting(String tenant) {
        return waiting(tenant, AWARDS);
    }

    private Story waiting(String tenant, int awards) {
        Story story = new Story(tenant);
        handler.handle(log.deliver(List.of(story.published(1))));
        for (int n = 0; n < awards; n++) {
            handler.handle(log.deliver(List.of(story.profiled(n, "Learner " + n, 2), story.conferred(n, 10))));
        }
        return story;
    }

    /** What each turn emits, from this event to the last that it leads to; only commands of the service are read back. */
    private List<List<Message>> untilDone(Inbound first) {
        Deliveries commands = new Deliveries(first.position().offset() + 1_000);
        List<List<Message>> turns = new ArrayList<>();
        List<Inbound> next = List.of(first);
        while (!next.isEmpty()) {
            List<Message> emitted = handler.handle(next);
            turns.add(emitted);
            assertThat(turns).as("it comes to an end").hasSizeLessThanOrEqualTo(AWARDS);
            next = commands.deliver(continuation(emitted));
        }
        return turns;
    }

    private static List<Event<?>> continuation(List<Message> emitted) {
        List<Event<?>> asked = new ArrayList<>();
        for (Message message : emitted) {
            Event<?> event = EventFormat.read(message.headers(), message.body());
            if (event.data() instanceof ResumeWaiting) {
                asked.add(event);
            }
        }
        return asked;
    }

    /** As an operator's replay brings it: the letter's record on the commands topic. */
    private static Inbound replayed(Message letter) {
        Position position = new Position(Topics.commands("issuance"), 0, 1_000_000);
        return new Inbound(position, EventFormat.read(letter.headers(), letter.body()), letter);
    }

    /** As an operator mends the store: the credential that stood in the way is of another award. */
    private void makeRoom(UUID award) {
        database.query("update credential set award = gen_random_uuid() where award = $1", Tuple.of(award));
    }

    private long count(String what, String value) {
        return database.query("select count(*) as n from " + what, Tuple.of(value))
                .iterator()
                .next()
                .getLong("n");
    }

    private static long issued(List<Message> messages) {
        Stream<EventData> facts = messages.stream()
                .map(message ->
                        EventFormat.read(message.headers(), message.body()).data());
        return facts.filter(CredentialIssued.class::isInstance).count();
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream()
                .map(message -> new String(message.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
