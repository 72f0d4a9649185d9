package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.log.Agenda;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;

/** Many credentials are suspended and reinstated at once, though processes are killed in between; and what that would come to is foreseen. Slices are of three. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class BulkSuspensionIT {
    private static final int LEARNERS = 5;
    private static final Instant NOW = Story.START.plusSeconds(60 * 40);
    private static final SuspensionReason WHY = SuspensionReason.SUSPECTED_MISCONDUCT;
    private static final CredentialSelection ALL_OF_IT =
            new CredentialSelection(null, "data-literacy", null, null, null, null);

    @Inject
    Issuing issuing;

    @Inject
    Agenda agenda;

    @Inject
    Foreseeing foreseeing;

    @Test
    void suspendsAllThatMatchOnceThoughItIsKilledInBetweenAndReinstatesThem() {
        Story story = issuing.suspendable("held-crowd", LEARNERS);
        issuing.suspendable("held-spared", LEARNERS);
        issuing.handle(story.revoke(issuing.id(story, 2), 2, RevocationReason.MISCONDUCT, 20));
        Driver driver = issuing.driver();
        Event<?> command = story.suspendAll(WHY, ALL_OF_IT, 40);

        List<Message> told = new ArrayList<>(issuing.handle(command));
        List<Inbound> slice = driver.next(told);
        driver.dieBeforeStoring(slice);
        List<Message> swallowed = issuing.handle(slice);
        told.addAll(swallowed);
        assertThat(issuing.handle(slice))
                .as("killed before it told")
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(swallowed);
        told.addAll(driver.untilOver(Driver.fellDue(agenda, "held-crowd")));

        assertThat(Anew.all(told, CredentialSuspended.class))
                .hasSize(LEARNERS - 1)
                .extracting(CredentialSuspended::credential)
                .doesNotHaveDuplicates();
        assertThat(SuspendedList.of("held-crowd"))
                .isEqualTo(issuing.indexes(
                        issuing.id(story, 1), issuing.id(story, 3), issuing.id(story, 4), issuing.id(story, 5)));
        assertThat(SuspendedList.of("held-spared")).isEmpty();
        assertThat(issuing.problem(command, issuing.id(story, 2))).endsWith("/revoked-credential");
        List<Message> again = driver.untilOver(story.bulk(BulkOperation.REINSTATE, null, ALL_OF_IT, 50));
        assertThat(Anew.all(again, CredentialReinstated.class)).hasSize(LEARNERS - 1);
        assertThat(SuspendedList.of("held-crowd")).isEmpty();
    }

    @Test
    void foreseesWhatItThenComesTo() {
        Story story = issuing.suspendable("held-foreseen", 3);
        Story plain = issuing.issued("held-foreseen-not", 1);
        issuing.handle(story.suspend(issuing.id(story, 1), 1, WHY, 30));
        issuing.handle(story.revoke(issuing.id(story, 2), 2, RevocationReason.MISCONDUCT, 31));
        UUID once = issuing.id(story, 3);

        Map<UUID, Verdict> foreseen = foresee(
                "held-foreseen", List.of(issuing.id(story, 1), issuing.id(story, 2), once, issuing.id(plain, 1)));
        Map<UUID, Verdict> elsewhere = foresee("held-foreseen-not", List.of(issuing.id(plain, 1)));

        assertThat(foreseen.get(issuing.id(story, 1))).isEqualTo(new Verdict.Done(issuing.id(story, 1)));
        assertThat(foreseen.get(once)).isEqualTo(new Verdict.Done(new UUID(0, 0)));
        assertThat(why(foreseen.get(issuing.id(story, 2)))).endsWith("/revoked-credential");
        assertThat(why(foreseen.get(issuing.id(plain, 1)))).endsWith("/unknown-credential");
        assertThat(why(elsewhere.get(issuing.id(plain, 1)))).endsWith("/not-suspendable");
        assertThat(SuspendedList.of("held-foreseen")).isEqualTo(issuing.indexes(issuing.id(story, 1)));
    }

    private Map<UUID, Verdict> foresee(String tenant, List<UUID> credentials) {
        Bulk bulk = new Bulk(new UUID(1, 1), tenant, BulkOperation.SUSPEND, null, WHY, NOW, 0, false);
        return foreseeing.verdicts(
                bulk,
                credentials.stream()
                        .map(one -> new Slice.Item(one, new UUID(2, 2), new UUID(3, 3)))
                        .toList(),
                NOW);
    }

    private static String why(@Nullable Verdict verdict) {
        return ((Verdict.Refused) requireNonNull(verdict)).problem().type();
    }
}
