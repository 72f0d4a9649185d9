package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.SuspensionReason;
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
    Issuing issuing;

    @Test
    void aBulkSuspensionLeavesWhatWasAskedToStandSinceItBegan() {
        Story story = issuing.suspendable("overtaken-suspensions", LEARNERS);
        Event<?> command = story.suspendAll(WHY, ALL_OF_IT, 40);
        List<Message> begun = issuing.handle(command);
        Event<?> stand = story.reinstate(issuing.id(story, 2), 2, 50);
        issuing.handle(stand);

        List<Message> told = issuing.driver().untilOver(begun);

        assertThat(issuing.outcome(stand)).startsWith("done");
        assertThat(Anew.all(told, CredentialSuspended.class))
                .extracting(CredentialSuspended::credential)
                .containsExactlyInAnyOrder(issuing.id(story, 1), issuing.id(story, 3), issuing.id(story, 4));
        assertThat(SuspendedList.of(story.tenant()))
                .isEqualTo(issuing.indexes(issuing.id(story, 1), issuing.id(story, 3), issuing.id(story, 4)));
        assertThat(issuing.problem(command, issuing.id(story, 2))).endsWith("/overtaken");
    }

    @Test
    void aBulkReinstatementLeavesWhatWasAskedToBeSuspendedSinceItBegan() {
        Story story = issuing.suspendable("overtaken-reinstatements", LEARNERS);
        issuing.driver().untilOver(issuing.handle(story.suspendAll(WHY, ALL_OF_IT, 20)));
        Event<?> command = story.bulk(BulkOperation.REINSTATE, null, ALL_OF_IT, 40);
        List<Message> begun = issuing.handle(command);
        issuing.handle(story.suspend(issuing.id(story, 2), 2, WHY, 50));

        List<Message> told = issuing.driver().untilOver(begun);

        assertThat(Anew.all(told, CredentialReinstated.class)).hasSize(LEARNERS - 1);
        assertThat(SuspendedList.of(story.tenant())).isEqualTo(issuing.indexes(issuing.id(story, 2)));
        assertThat(issuing.problem(command, issuing.id(story, 2))).endsWith("/overtaken");
    }

    @Test
    void whatIsAskedAfterThatIsDone() {
        Story story = issuing.suspendable("overtaken-by-nothing", LEARNERS);
        issuing.handle(story.reinstate(issuing.id(story, 1), 1, 50));

        List<Message> told = issuing.handle(story.suspend(issuing.id(story, 1), 1, WHY, 51));

        assertThat(Anew.all(told, CredentialSuspended.class)).hasSize(1);
    }

    @Test
    void aSuspensionThatIsAboutToBeStoredIsDecidedAgainWhenAnotherReplicaIsAskedForTheOpposite() {
        Story story = issuing.suspendable("overtaken-at-once", LEARNERS);
        Event<?> suspend = story.suspend(issuing.id(story, 1), 1, WHY, 40);

        List<Message> told = issuing.driver()
                .interrupted(
                        issuing.deliver(suspend), () -> issuing.handle(story.reinstate(issuing.id(story, 1), 1, 50)));

        assertThat(told).isEmpty();
        assertThat(issuing.outcome(suspend)).startsWith("refused").contains("/overtaken");
    }

    @Test
    void thatNothingIsToBeDoneIsDecidedAgainWhenAnotherReplicaSuspendsMeanwhile() {
        Story story = issuing.suspendable("overtaken-in-between", LEARNERS);

        List<Message> told = issuing.driver()
                .interrupted(
                        issuing.deliver(story.reinstate(issuing.id(story, 1), 1, 50)),
                        () -> issuing.handle(story.suspend(issuing.id(story, 1), 1, WHY, 40)));

        assertThat(Anew.all(told, CredentialReinstated.class)).hasSize(1);
        assertThat(SuspendedList.of(story.tenant())).isEmpty();
    }
}
