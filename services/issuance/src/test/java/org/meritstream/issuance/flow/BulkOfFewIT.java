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
import org.meritstream.events.ContinueBulk;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.proving.RealServers;

/** A bulk operation that is about a few of many: a slice looks at no more than forty times what it may hold. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class BulkOfFewIT {
    /** More than one slice of three looks at. */
    private static final int LEARNERS = 250;

    private static final int FEW = 4;

    @Inject
    Issuing issuing;

    @Inject
    Founding founding;

    @Test
    void findsThemThoughOneSliceDoesNotLookAtAll() {
        Story story = issuing.issued("bulk-few", LEARNERS);
        CredentialSelection few = new CredentialSelection(
                null, null, null, Story.START.plusSeconds(60L * (10 + LEARNERS - FEW + 1)), null, null);
        Event<?> command = story.bulk(BulkOperation.REVOKE, RevocationReason.ISSUED_IN_ERROR, few, 1_000);

        List<Message> told = issuing.driver().untilOver(command);

        assertThat(Anew.all(told, CredentialRevoked.class)).hasSize(FEW);
        assertThat(Anew.all(told, ContinueBulk.class)).hasSizeBetween(3, 6);
        assertThat(founding.count("bulk where tenant = $1 and over and done = " + FEW + " and refused = 0", "bulk-few"))
                .isEqualTo(1);
    }
}
