package org.meritstream.issuance.flow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.SuspendCredential;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.ReinstateDecision;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;

/**
 * Which bits a batch sets and clears in the lists of what is suspended. What becomes of one credential depends on the order of what is asked, so a command
 * shares its batch with no other change of the same credential: a batch in which it would is halved until it does not. Pure.
 */
final class SuspendedBits {
    private SuspendedBits() {}

    static void into(
            ListChanges changes, Facts facts, Map<UUID, HeldCredential> held, Collection<Reissuing.Reissued> reissues) {
        alone(facts, held);
        for (Inbound command : facts.suspensions()) {
            HeldCredential credential = held.get(asked(command));
            if (command.data() instanceof SuspendCredential suspension
                    && decided(credential, suspension, command) instanceof SuspendDecision.Outcome.Suspend suspend) {
                changes.suspend(suspend.suspended().status());
            } else if (command.data() instanceof ReinstateCredential reinstatement
                    && decided(credential, reinstatement, command)
                            instanceof ReinstateDecision.Outcome.Reinstate reinstate) {
                changes.reinstate(reinstate.reinstated().status());
            }
        }
        reissues.stream()
                .flatMap(one -> Stream.ofNullable(one.suspended()))
                .forEach(credential -> changes.suspend(credential.status()));
    }

    /** The credential that a command is about. */
    static UUID asked(Inbound command) {
        return command.data() instanceof SuspendCredential suspension
                ? suspension.credential()
                : ((ReinstateCredential) command.data()).credential();
    }

    static SuspendDecision.Outcome decided(
            @Nullable HeldCredential credential, SuspendCredential asked, Inbound command) {
        return SuspendDecision.decide(credential, asked.tenant(), asked.reason(), command.time());
    }

    static ReinstateDecision.Outcome decided(
            @Nullable HeldCredential credential, ReinstateCredential asked, Inbound command) {
        return ReinstateDecision.decide(credential, asked.tenant(), command.time());
    }

    private static void alone(Facts facts, Map<UUID, HeldCredential> held) {
        Set<UUID> of = facts.suspensions().stream().map(SuspendedBits::asked).collect(Collectors.toSet());
        if (of.isEmpty()) {
            return;
        }
        Set<UUID> awards = of.stream()
                .flatMap(id -> Stream.ofNullable(held.get(id)))
                .map(HeldCredential::award)
                .collect(Collectors.toSet());
        long ends = facts.expiries().stream()
                .map(ExpireCredential::credential)
                .filter(of::contains)
                .count();
        if (facts.endings(of, awards) + ends > of.size()) {
            String reason =
                    "what is suspended or reinstated shares its batch with another change of the same credential";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
    }
}
