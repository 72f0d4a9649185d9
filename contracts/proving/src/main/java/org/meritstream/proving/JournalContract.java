package org.meritstream.proving;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;
import org.meritstream.log.Contended;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.Turn;

/**
 * What every {@link Journal} keeps, whatever the store: effect and handled row together or not at all, and the emitted bytes unchanged.
 *
 * @param <W> a write of the store
 */
public abstract class JournalContract<W> {

    /** The journal over an empty store. */
    protected abstract Journal<W> journal();

    /** An event of a kind that the store's service reads, at an offset. */
    protected abstract Inbound event(String id, long offset);

    /** A write that leaves a trace of the event. */
    protected abstract W effect(Inbound event);

    /** Whether the trace of {@link #effect} is there. */
    protected abstract boolean happened(Inbound event);

    @Test
    void knowsNothingOfAFreshEvent() {
        assertThat(journal().known(List.of(event("fresh", 1)))).isEmpty();
    }

    @Test
    void keepsCauseAndEmittedBytesUnchanged() {
        Inbound event = event("kept", 2);
        Message emitted = emitted("kept");

        journal().commit(new Turn<W>().handled(event, List.of(emitted)).write(effect(event)));

        Handled kept = known(event);
        assertThat(kept.cause()).isEqualTo(event.position().cause());
        assertThat(kept.emitted()).hasSize(1);
        assertThat(kept.emitted().get(0).body()).isEqualTo(emitted.body());
        assertThat(kept.emitted().get(0).headers()).isEqualTo(emitted.headers());
        assertThat(kept.emitted().get(0).topic()).isEqualTo(emitted.topic());
        assertThat(happened(event)).isTrue();
    }

    @Test
    void keepsThatNothingWasEmitted() {
        Inbound event = event("silent", 3);

        journal().commit(new Turn<W>().handled(event, List.of()).write(effect(event)));

        assertThat(known(event).emitted()).isEmpty();
    }

    @Test
    void knowsTheFirstPositionWhenTheSameEventComesFromAnother() {
        journal().commit(new Turn<W>().handled(event("twice", 4), List.of()).write(effect(event("twice", 4))));

        Handled known = known(event("twice", 9));

        assertThat(known.cause()).isEqualTo(event("twice", 4).position().cause());
    }

    @Test
    void storesNothingWhenAnotherReplicaHandledTheEventMeanwhile() {
        Inbound event = event("raced", 5);
        journal().commit(new Turn<W>().handled(event, List.of(emitted("first"))));
        Turn<W> second =
                new Turn<W>().handled(event, List.of(emitted("second"))).write(effect(event));

        assertThatThrownBy(() -> journal().commit(second)).isInstanceOf(Contended.class);

        assertThat(happened(event)).isFalse();
        byte[] body = known(event).emitted().get(0).body();
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("first");
    }

    @Test
    void keepsWhereTheReadingOfEachPartitionGoesOn() {
        Inbound event = event("read", 6);
        Position other = new Position(event.position().topic(), 3, 1);

        journal()
                .commit(new Turn<W>()
                        .handled(event, List.of())
                        .next(after(event))
                        .next(other));
        journal().commit(new Turn<W>().next(new Position(other.topic(), other.partition(), 2)));

        assertThat(journal().next()).contains(after(event), new Position(other.topic(), other.partition(), 2));
    }

    @Test
    void goesOnNowhereElseWhenAnotherReplicaHandledTheEventMeanwhile() {
        Inbound event = event("raced-on", 7);
        journal().commit(new Turn<W>().handled(event, List.of()));
        Position far = new Position(event.position().topic(), 5, 99);

        assertThatThrownBy(() ->
                        journal().commit(new Turn<W>().handled(event, List.of()).next(far)))
                .isInstanceOf(Contended.class);

        assertThat(journal().next()).doesNotContain(far);
    }

    @Test
    void forgetsWhatWasHandledBeforeAMomentAndKeepsItsEffect() {
        Inbound event = event("old", 8);
        journal().commit(new Turn<W>().handled(event, List.of(emitted("old"))).write(effect(event)));

        int forgotten = journal().forget(event.position().topic(), inAnHour(), 10);

        assertThat(forgotten).isEqualTo(1);
        assertThat(journal().known(List.of(event))).isEmpty();
        assertThat(happened(event)).isTrue();
    }

    @Test
    void forgetsAnEventThatChangedNothing() {
        Inbound event = event("idle", 9);
        journal().commit(new Turn<W>().handled(event, List.of()));

        journal().forget(event.position().topic(), inAnHour(), 10);

        assertThat(journal().known(List.of(event))).isEmpty();
    }

    @Test
    void keepsWhatWasHandledLater() {
        Inbound event = event("young", 10);
        journal().commit(new Turn<W>().handled(event, List.of()).write(effect(event)));

        int forgotten = journal().forget(event.position().topic(), inAnHour().minusSeconds(7_200), 10);

        assertThat(forgotten).isZero();
        assertThat(journal().known(List.of(event))).containsOnlyKeys(event.id());
    }

    @Test
    void forgetsNothingOfAnotherTopic() {
        Inbound event = event("elsewhere", 11);
        journal().commit(new Turn<W>().handled(event, List.of()).write(effect(event)));

        int forgotten = journal().forget("meritstream", inAnHour(), 10);

        assertThat(forgotten).isZero();
        assertThat(journal().known(List.of(event))).containsOnlyKeys(event.id());
    }

    @Test
    void forgetsAFewAtATime() {
        List<Inbound> events = List.of(event("one", 12), event("two", 13), event("three", 14));
        Turn<W> turn = new Turn<>();
        events.forEach(event -> turn.handled(event, List.of()).write(effect(event)));
        journal().commit(turn);
        String topic = events.get(0).position().topic();

        assertThat(journal().forget(topic, inAnHour(), 2)).isEqualTo(2);
        assertThat(journal().known(events)).hasSize(1);
        assertThat(journal().forget(topic, inAnHour(), 2)).isEqualTo(1);
        assertThat(journal().forget(topic, inAnHour(), 2)).isZero();
    }

    /** A moment after all that a test has handled. */
    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3_600);
    }

    private static Position after(Inbound event) {
        Position at = event.position();
        return new Position(at.topic(), at.partition(), at.offset() + 1);
    }

    private Handled known(Inbound event) {
        return requireNonNull(journal().known(List.of(event)).get(event.id()), "handled");
    }

    private static Message emitted(String body) {
        return new Message(
                "meritstream.evaluation",
                "northgate/x",
                Map.of("ce_id", "é " + body, "content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
