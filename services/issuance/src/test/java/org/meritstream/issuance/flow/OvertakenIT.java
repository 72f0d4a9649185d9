package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.proving.RealServers;

/** A suspension or its end that is come to after the opposite was asked for, where that found nothing to do. Slices are of three. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class OvertakenIT {
    private static final int LEARNERS = 4;
    private static final SuspensionReason WHY = SuspensionReason.UNDER_REVIEW;
    private static final CredentialSelection ALL_OF_IT =
            new CredentialSelection(null, "data-literacy", null, null, null, null);

    @Inject
    BatchHandler handler;

    @Inject
    IssuanceWork work;

    @Inject
    PostgresJournal journal;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @Test
    void aBulkSuspensionLeavesWhatWasAskedToStandSinceItBegan() {
        Story story = suspendable("overtaken-suspensions");
        Event<?> command = story.suspendAll(WHY, ALL_OF_IT, 40);
        List<Message> begun = handle(command);
        Event<?> stand = story.reinstate(id(story, 2), 2, 50);
        handle(stand);

        List<Message> told = untilOver(begun);

        assertThat(outcome(stand)).startsWith("done");
        assertThat(Anew.all(told, CredentialSuspended.class))
                .extracting(CredentialSuspended::credential)
                .containsExactlyInAnyOrder(id(story, 1), id(story, 3), id(story, 4));
        assertThat(SuspendedList.of(story.tenant())).isEqualTo(indexes(story, 1, 3, 4));
        assertThat(problem(command, id(story, 2))).endsWith("/overtaken");
    }

    @Test
    void aBulkReinstatementLeavesWhatWasAskedToBeSuspendedSinceItBegan() {
        Story story = suspendable("overtaken-reinstatements");
        untilOver(handle(story.suspendAll(WHY, ALL_OF_IT, 20)));
        Event<?> command = story.bulk(BulkOperation.REINSTATE, null, ALL_OF_IT, 40);
        List<Message> begun = handle(command);
        handle(story.suspend(id(story, 2), 2, WHY, 50));

        List<Message> told = untilOver(begun);

        assertThat(Anew.all(told, CredentialReinstated.class)).hasSize(LEARNERS - 1);
        assertThat(SuspendedList.of(story.tenant())).isEqualTo(indexes(story, 2));
        assertThat(problem(command, id(story, 2))).endsWith("/overtaken");
    }

    @Test
    void whatIsAskedAfterThatIsDone() {
        Story story = suspendable("overtaken-by-nothing");
        handle(story.reinstate(id(story, 1), 1, 50));

        List<Message> told = handle(story.suspend(id(story, 1), 1, WHY, 51));

        assertThat(Anew.all(told, CredentialSuspended.class)).hasSize(1);
    }

    @Test
    void aSuspensionThatIsAboutToBeStoredIsDecidedAgainWhenAnotherReplicaIsAskedForTheOpposite() {
        Story story = suspendable("overtaken-at-once");
        Event<?> suspend = story.suspend(id(story, 1), 1, WHY, 40);

        List<Message> told =
                driver().interrupted(log.deliver(List.of(suspend)), () -> handle(story.reinstate(id(story, 1), 1, 50)));

        assertThat(told).isEmpty();
        assertThat(outcome(suspend)).startsWith("refused").contains("/overtaken");
    }

    @Test
    void thatNothingIsToBeDoneIsDecidedAgainWhenAnotherReplicaSuspendsMeanwhile() {
        Story story = suspendable("overtaken-in-between");

        List<Message> told = driver().interrupted(
                        log.deliver(List.of(story.reinstate(id(story, 1), 1, 50))),
                        () -> handle(story.suspend(id(story, 1), 1, WHY, 40)));

        assertThat(Anew.all(told, CredentialReinstated.class)).hasSize(1);
        assertThat(SuspendedList.of(story.tenant())).isEmpty();
    }

    private List<Message> handle(Event<?>... events) {
        return handler.handle(log.deliver(List.of(events)));
    }

    private List<Message> untilOver(List<Message> begun) {
        List<Message> told = new ArrayList<>(begun);
        List<Inbound> next = driver().next(begun);
        while (!next.isEmpty()) {
            List<Message> more = handler.handle(next);
            told.addAll(more);
            next = driver().next(more);
        }
        return told;
    }

    private Driver driver() {
        return new Driver(handler, work, journal, log);
    }

    private Story suspendable(String tenant) {
        founding.found(tenant);
        Story story = new Story(tenant);
        handle(story.chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        List<Event<?>> events = new ArrayList<>(List.of(story.publishedFor(24, 1)));
        IntStream.rangeClosed(1, LEARNERS)
                .mapToObj(n -> Stream.of(story.profiled(n, "Amina Yilmaz", 3), story.conferred(n, 10 + n)))
                .flatMap(both -> both)
                .forEach(events::add);
        handler.handle(log.deliver(events));
        return story;
    }

    private UUID id(Story story, int n) {
        return ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
    }

    private Set<Integer> indexes(Story story, int... learners) {
        return IntStream.of(learners)
                .mapToObj(n -> founding.row("select status_index as value from credential where id = $1", id(story, n))
                        .getInteger("value"))
                .collect(Collectors.toSet());
    }

    private String outcome(Event<?> command) {
        return requireNonNull(founding.row(
                        "select concat_ws(' ', state, link, problem) as value from command_outcome where id = $1",
                        UUID.fromString(command.header().id()))
                .getString("value"));
    }

    private String problem(Event<?> command, UUID credential) {
        return requireNonNull(founding.row(
                        "select problem::json ->> 'type' as value from bulk_row where bulk = $1 and credential = $2",
                        UUID.fromString(command.header().id()),
                        credential)
                .getString("value"));
    }
}
