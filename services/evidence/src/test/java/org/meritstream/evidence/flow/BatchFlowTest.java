package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.again;
import static org.meritstream.evidence.flow.Happenings.approve;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.ApproveBatch;
import org.meritstream.events.AwardRule;
import org.meritstream.events.PlaceHold;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.batches.Batch;
import org.meritstream.evidence.batches.ItemOutcome;
import org.meritstream.log.Inbound;

/** A batch is approved in one command, and each of its awards is seen to once. */
class BatchFlowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID BATCH = UUID.fromString("0197a3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b");

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void confersEveryAwardOfItOnceASliceAtATime() {
        earn(1_201, null);

        given(approval(NORTHGATE), again(approval(NORTHGATE), NOON));
        evidence.follow();

        assertThat(evidence.outcomes()).hasSize(1_201).values().containsOnly(ItemOutcome.CONFERRED);
        assertThat(types()).filteredOn("award.conferred.v1"::equals).hasSize(1_201);
        assertThat(types()).filteredOn("evidence.sweep-awards.v1"::equals).hasSize(3);
        assertThat(evidence.answers()).as("the batch alone is answered").hasSize(3);
    }

    @Test
    void saysWhatBecameOfEachAward() {
        earn(4, null);
        Award withdrawn = award(0);
        Award held = award(1);
        Award already = award(2);
        given(fact(result(ESSAY, score("10", "100"))
                .of(NORTHGATE, withdrawn.learner().id())
                .at(NOON)
                .build()));
        given(inbound(new PlaceHold(NORTHGATE, held.learner().id(), null), NOON));
        given(approve(NORTHGATE, already.id(), already.learner().id()));

        given(approval(NORTHGATE));
        evidence.follow();

        assertThat(evidence.outcomes())
                .containsEntry(withdrawn.id(), ItemOutcome.LEFT_OUT)
                .containsEntry(held.id(), ItemOutcome.WITHHELD)
                .containsEntry(already.id(), ItemOutcome.ALREADY)
                .containsEntry(award(3).id(), ItemOutcome.CONFERRED);
    }

    @Test
    void approvesWhatWaitsForItsDateAsWell() {
        earn(1, NOON.plusSeconds(3_600));

        given(approval(NORTHGATE));
        evidence.follow();
        assertThat(evidence.outcomes()).containsValue(ItemOutcome.AWAITS_DATE);

        evidence.passTo(NOON.plusSeconds(3_600));
        assertThat(types()).endsWith("award.conferred.v1");
    }

    @Test
    void isNoneOfAnotherTenants() {
        earn(1, null);

        given(approval(SOUTHFIELD));
        evidence.follow();

        assertThat(evidence.outcomes()).isEmpty();
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Refused.class);
    }

    private void earn(int learners, @Nullable Instant date) {
        given(publish(version(
                NORTHGATE,
                1,
                new Release(ReleasePolicy.AFTER_APPROVAL, date),
                AwardRule.ALL,
                share(ESSAY, "0.6", CountingAttempt.LATEST))));
        IntStream.range(0, learners)
                .mapToObj(n -> new UUID(0x8000L, 0x8000_0000_0000_0000L + n))
                .forEach(learner -> given(
                        profiled(NORTHGATE, learner),
                        fact(result(ESSAY, score("80", "100"))
                                .of(NORTHGATE, learner)
                                .build())));
        List<UUID> collected = evidence.awards().stream().map(Award::id).toList();
        evidence.collect(new Batch(BATCH, NORTHGATE, null), collected);
    }

    private Award award(int number) {
        return List.copyOf(evidence.awards()).get(number);
    }

    private static Inbound approval(String tenant) {
        return inbound(new ApproveBatch(tenant, BATCH), MORNING);
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }
}
