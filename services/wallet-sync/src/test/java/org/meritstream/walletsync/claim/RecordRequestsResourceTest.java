package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordRequested;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.learnerrecord.RequestDecision;
import org.meritstream.walletsync.wallet.Facts;

/** A learner asks for a record on the page of their records. */
@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class RecordRequestsResourceTest {
    @Inject
    LoopInTest loop;

    @Inject
    RecordsBrowser records;

    private final UUID person = UUID.randomUUID();

    @Test
    void asksForARecordOfEverythingAndShowsThatItIsBeingMade() throws IOException {
        Learner learner = records.collected(person);

        records.ask(learner, records.request(learner))
                .then()
                .statusCode(303)
                .header("Location", records.path(learner) + "?notice=asked");

        assertThat(records.requested(person)).hasSize(1).allSatisfy(one -> {
            assertThat(one.learner()).isEqualTo(person);
            assertThat(one.stack()).isNull();
        });
        learner.with()
                .get(records.path(learner) + "?notice=asked")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Being made."), containsString("Your record is being made"));
        records.keep("records-asked", records.text(learner));
    }

    @Test
    void asksOnceHoweverOftenTheSameFormIsSent() {
        Learner learner = records.collected(person);
        String request = records.request(learner);

        records.ask(learner, request).then().statusCode(303);
        records.ask(learner, request)
                .then()
                .statusCode(303)
                .header("Location", records.path(learner) + "?notice=asked");

        assertThat(records.requested(person)).hasSize(1);
    }

    @Test
    void asksForAStackWhereTheCredentialWasEarnedByHoldingOthers() {
        Learner plain = records.collected(UUID.randomUUID());
        assertThat(records.text(plain)).doesNotContain("with what it is built on");
        UUID stack = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, person, stack, "Ada Example");
        loop.tell(Facts.document(
                Facts.NORTHGATE,
                person,
                stack,
                "{\"evidence\":[{\"id\":\"" + Facts.PUBLIC_URL + "/credentials/" + Facts.OTHER + "\"}]}"));
        Learner learner = Learner.collect(stack);
        assertThat(records.text(learner)).contains("Data literacy, with what it is built on");

        records.ask(learner, records.request(learner), learner.formToken(), "stack")
                .then()
                .statusCode(303);

        assertThat(records.requested(person)).extracting(RecordRequested::stack).containsExactly(stack);
    }

    @Test
    void showsWhyThereIsNone() throws IOException {
        Learner learner = records.collected(person);
        records.ask(learner, records.request(learner));
        UUID request = records.requested(person).getFirst().request();

        loop.tell(new RecordRefused(Facts.NORTHGATE, person, request, RecordRefusal.TOO_MUCH, Instant.now()));

        assertThat(records.text(learner)).contains("Not made.", "more credentials than fit");
        records.keep("records-refused", records.text(learner));
    }

    @Test
    void saysWhenAsManyWereAskedForAsAreMadeWithinADay() throws IOException {
        Learner learner = records.collected(person);
        for (int n = 0; n < RequestDecision.A_DAY; n++) {
            records.ask(learner, records.request(learner)).then().statusCode(303);
        }

        assertThat(records.text(learner)).contains("You can ask again from").doesNotContain("value=\"everything\"");
        records.ask(learner, UUID.randomUUID().toString())
                .then()
                .statusCode(303)
                .header("Location", records.path(learner) + "?notice=not-asked");

        assertThat(records.requested(person)).hasSize(RequestDecision.A_DAY);
        records.keep("records-enough", records.text(learner));
    }
}
