package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Successions;
import org.meritstream.issuance.credential.Successions.Succession;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Write;

/** Which credentials of a turn come after which, whichever of a pair is issued first. Pure. */
final class Lineage {
    private final Map<UUID, UUID> successors;
    private final List<Succession> found = new ArrayList<>();
    private final SortedSet<UUID> withoutPredecessor = new TreeSet<>();
    private final SortedSet<UUID> withoutSuccessor = new TreeSet<>();

    /** @param stored the successors that are known, by their predecessors' awards */
    Lineage(Map<UUID, UUID> stored) {
        this.successors = new HashMap<>(stored);
    }

    /**
     * A credential was issued for an award that took another's place.
     *
     * @param predecessor the other's credential, or null while it is not issued
     */
    void succeeded(UUID replaced, @Nullable HeldCredential predecessor, HeldCredential successor) {
        successors.put(replaced, successor.id());
        found.add(new Succession(replaced, successor));
        if (predecessor == null) {
            withoutPredecessor.add(replaced);
        }
    }

    /**
     * The successor of a credential that was issued, or null while there is none.
     *
     * @param late whether its award had waited: only then may another replica be issuing the successor at this moment, for what follows an
     *     award on its partition is read after it
     */
    @Nullable
    UUID successorOf(HeldCredential issued, boolean late) {
        withoutPredecessor.remove(issued.award());
        UUID successor = successors.get(issued.award());
        if (successor == null && late) {
            withoutSuccessor.add(issued.award());
        }
        return successor;
    }

    /** What the turn has to lock and to store. */
    void into(Turn<Write> turn) {
        found.forEach(succession -> withoutSuccessor.remove(succession.predecessor()));
        withoutPredecessor.forEach(award -> turn.lock(Successions.key(award)));
        withoutSuccessor.forEach(award -> turn.lock(Successions.key(award)));
        if (!withoutPredecessor.isEmpty()) {
            turn.write(Successions.noPredecessor(withoutPredecessor));
        }
        if (!withoutSuccessor.isEmpty()) {
            turn.write(Successions.noSuccessor(withoutSuccessor));
        }
        if (!found.isEmpty()) {
            turn.write(Successions.store(found));
        }
    }
}
