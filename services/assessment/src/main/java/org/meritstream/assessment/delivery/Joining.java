package org.meritstream.assessment.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.Desk;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentEvent;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.Message;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** Emits facts of a person, and says so when an account turns out to be that person's. */
public final class Joining {
    private static final String SERVICE = "assessment";

    private Joining() {}

    /** Takes up what waited for an e-mail address, if exactly one learner has it now. */
    public static List<Message> resume(Desk desk, UUID emailKey, Inbound cause) {
        desk.contest(emailKey);
        Set<UUID> learners = desk.roster().withEmail(emailKey);
        List<Message> emitted = new ArrayList<>();
        if (learners.size() != 1) {
            return emitted;
        }
        UUID learner = learners.iterator().next();
        for (Unjoined waiting : desk.deliveries().waitingFor(emailKey)) {
            AssessmentEvent fact = Facts.joined(waiting.fact(), learner);
            desk.deliveries().joined(waiting, before -> before.mapped(learner, Facts.note(fact)));
            emitted.addAll(emit(desk, fact, waiting.id(), cause));
            emitted.addAll(link(desk, fact, waiting.account(), cause));
        }
        return emitted;
    }

    /** Emits a fact and remembers that it was. */
    static List<Message> emit(Desk desk, AssessmentEvent fact, UUID id, Inbound cause) {
        desk.deliveries().emitted(new DeliveryBook.Result(id, fact.tenant(), delivery(fact)));
        return List.of(Emission.of(SERVICE, cause, id.toString(), fact));
    }

    /** The account is the person's of the fact: announced only where facts stand under the provisional id. */
    static List<Message> link(Desk desk, AssessmentEvent fact, @Nullable UUID account, Inbound cause) {
        UUID learner = learner(fact);
        Instant at = occurredAt(fact);
        if (account == null || !desk.accounts().link(account, fact.tenant(), learner, at)) {
            return List.of();
        }
        LearnerLinked linked = new LearnerLinked(fact.tenant(), account, learner, at);
        String id = EventIds.of("linked", account.toString(), learner.toString(), at.toString());
        return List.of(Emission.of(SERVICE, cause, id, linked));
    }

    static Instant occurredAt(AssessmentEvent fact) {
        return fact instanceof AssessmentCompleted completed
                ? completed.occurredAt()
                : ((AssessmentWithdrawn) fact).occurredAt();
    }

    private static UUID learner(AssessmentEvent fact) {
        return fact instanceof AssessmentCompleted completed
                ? completed.learner()
                : ((AssessmentWithdrawn) fact).learner();
    }

    private static UUID delivery(AssessmentEvent fact) {
        return fact instanceof AssessmentCompleted completed
                ? completed.delivery()
                : ((AssessmentWithdrawn) fact).delivery();
    }
}
