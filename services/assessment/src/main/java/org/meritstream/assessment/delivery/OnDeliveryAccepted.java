package org.meritstream.assessment.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.Desk;
import org.meritstream.assessment.flow.SourceRule;
import org.meritstream.assessment.learner.JoinDecision;
import org.meritstream.assessment.learner.JoinDecision.Join;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.AssessmentEvent;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.EventType;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;

/** A delivery was accepted: each of its events becomes a fact, or is ignored, kept, or known from before. */
public final class OnDeliveryAccepted {
    /** Stands for the learner of a fact that waits for one. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Desk desk;
    private final DeliveryAccepted delivery;
    private final Inbound cause;
    private final @Nullable SourceRule source;
    private final List<Message> emitted = new ArrayList<>();
    private final List<EventOutcome> outcomes = new ArrayList<>();

    private OnDeliveryAccepted(Desk desk, DeliveryAccepted delivery, Inbound cause) {
        this.desk = desk;
        this.delivery = delivery;
        this.cause = cause;
        this.source = desk.source(delivery.tenant(), delivery.source());
    }

    /** What is emitted for it, in the order of its events. */
    public static List<Message> accepted(Desk desk, DeliveryAccepted delivery, Inbound cause) {
        OnDeliveryAccepted turn = new OnDeliveryAccepted(desk, delivery, cause);
        List<Told> told = desk.told(delivery.delivery());
        told.forEach(event -> turn.outcomes.add(turn.outcome(event)));
        desk.deliveries()
                .put(new Delivery(
                        delivery.delivery(),
                        delivery.tenant(),
                        delivery.source(),
                        delivery.receivedAt(),
                        List.copyOf(turn.outcomes),
                        0));
        return turn.emitted;
    }

    private EventOutcome outcome(Told told) {
        return switch (told.reading()) {
            case Reading.Ignored ignored ->
                EventOutcome.without(ignored.nativeEvent(), DeliveryState.IGNORED, ignored.reason());
            case Reading.Parked parked ->
                EventOutcome.without(parked.nativeEvent(), DeliveryState.PARKED, parked.reason());
            case Reading.Completed completed -> fact(told);
            case Reading.Withdrawn withdrawn -> fact(told);
        };
    }

    private EventOutcome fact(Told told) {
        String event = told.reading().nativeEvent();
        LearnerIds.Of ids = told.ids();
        if (source == null || ids == null || told.id() == null) {
            return EventOutcome.without(event, DeliveryState.PARKED, Reason.SOURCE_GONE);
        }
        if (source.test()) {
            return EventOutcome.without(event, DeliveryState.IGNORED, Reason.TEST_SOURCE);
        }
        Join join = join(source, ids);
        if (desk.deliveries().isTaken(told.id())) {
            return duplicate(told, ids, join);
        }
        return switch (join) {
            case Join.Joined(var learner) -> joined(told, ids, learner);
            case Join.Provisional(var account) -> provisional(told, account);
            case Join.Awaited(var emailKey, var reason) -> awaited(told, ids, emailKey, reason);
            case Join.Nobody() -> EventOutcome.without(event, DeliveryState.PARKED, Reason.NO_LEARNER);
        };
    }

    private Join join(SourceRule rule, LearnerIds.Of ids) {
        UUID linked = desk.accounts().learnerOf(ids.account());
        Set<UUID> withEmail = ids.email() == null ? Set.of() : desk.roster().withEmail(ids.email());
        return JoinDecision.decide(rule.joinBy(), ids, linked, withEmail);
    }

    /** The fact is not told again, but the copy may name the person where the first did not. */
    private EventOutcome duplicate(Told told, LearnerIds.Of ids, Join join) {
        if (join instanceof Join.Joined(var learner)) {
            emitted.addAll(Joining.link(desk, fact(told, learner, false), ids.account(), cause));
        }
        return outcome(told, DeliveryState.DUPLICATE, Reason.DUPLICATE.code(), null);
    }

    private EventOutcome joined(Told told, LearnerIds.Of ids, UUID learner) {
        AssessmentEvent fact = fact(told, learner, false);
        emitted.addAll(Joining.emit(desk, fact, id(told), cause));
        emitted.addAll(Joining.link(desk, fact, ids.account(), cause));
        return outcome(told, DeliveryState.MAPPED, Facts.note(fact), learner);
    }

    private EventOutcome provisional(Told told, UUID account) {
        AssessmentEvent fact = fact(told, account, true);
        desk.accounts().announce(account, delivery.tenant(), Joining.occurredAt(fact));
        emitted.addAll(Joining.emit(desk, fact, id(told), cause));
        return outcome(told, DeliveryState.MAPPED, Facts.note(fact), account);
    }

    private EventOutcome awaited(Told told, LearnerIds.Of ids, UUID emailKey, Reason reason) {
        desk.contest(emailKey);
        desk.deliveries()
                .park(new Unjoined(
                        id(told),
                        delivery.tenant(),
                        emailKey,
                        ids.account(),
                        delivery.delivery(),
                        outcomes.size(),
                        fact(told, NOBODY, true)));
        return outcome(told, DeliveryState.PARKED, reason.code(), null);
    }

    private AssessmentEvent fact(Told told, UUID learner, boolean provisional) {
        return switch (told.reading()) {
            case Reading.Completed completed -> Facts.completed(delivery, completed, learner, provisional);
            case Reading.Withdrawn withdrawn -> Facts.withdrawn(delivery, withdrawn, learner, provisional);
            case Reading.Ignored ignored -> throw new IllegalArgumentException("What is ignored is no fact");
            case Reading.Parked parked -> throw new IllegalArgumentException("What is parked is no fact");
        };
    }

    private EventOutcome outcome(Told told, DeliveryState state, @Nullable String reason, @Nullable UUID learner) {
        boolean withdrawn = told.reading() instanceof Reading.Withdrawn;
        EventType type = withdrawn ? EventType.ASSESSMENT_WITHDRAWN : EventType.ASSESSMENT_COMPLETED;
        return new EventOutcome(told.id(), type.schemaName(), told.reading().nativeEvent(), state, reason, learner);
    }

    private static UUID id(Told told) {
        return Objects.requireNonNull(told.id(), "a fact has an id");
    }
}
