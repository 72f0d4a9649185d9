package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.ContinueBulk;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.BulkChain;
import org.meritstream.issuance.bulk.Bulks;
import org.meritstream.issuance.bulk.ContinueBulkDecision;
import org.meritstream.issuance.bulk.ContinueBulkDecision.Step;
import org.meritstream.issuance.bulk.Selection;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** Readies the slices of bulk operations that a batch sees to. */
@ApplicationScoped
class Bulking {
    private final Bulks bulks;

    Bulking(Bulks bulks) {
        this.bulks = bulks;
    }

    /**
     * That of a batch; one at most.
     *
     * @throws RecordFault when there are more, so that the batch is halved
     */
    List<TakenSlice> ready(List<Inbound> fresh) {
        List<Inbound> asking = fresh.stream()
                .filter(event -> event.data() instanceof ContinueBulk)
                .toList();
        Map<UUID, Slice> next = bulks.next(asking.stream()
                .map(event -> ((ContinueBulk) event.data()).bulk())
                .distinct()
                .toList());
        List<TakenSlice> taken = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Inbound event : asking) {
            ContinueBulk asked = (ContinueBulk) event.data();
            Step step = ContinueBulkDecision.decide(next.get(asked.bulk()), asked.slice());
            if (step instanceof Step.Take(Slice slice) && seen.add(asked.bulk())) {
                taken.add(TakenSlice.of(event, slice));
            }
        }
        if (taken.size() > 1) {
            // As large as a batch each: the batch is halved until it holds one.
            String reason = "more than one slice of bulk operations in a batch";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
        return taken;
    }

    /** Staff ask for one. */
    static Effects begin(BeginBulk asked, Inbound command) {
        Bulk bulk = Bulk.asked(UUID.fromString(command.id()), asked, command.time());
        return begin(bulk, Selection.of(asked.select()), command);
    }

    /** A bulk operation begins: it is answered as soon as it has. */
    static Effects begin(Bulk bulk, Selection selection, Inbound command) {
        List<Write> writes = new ArrayList<>(List.of(Bulks.begin(bulk, selection)));
        writes.addAll(BulkChain.beneath(bulk));
        writes.add(Outcomes.done(command, bulk.address()));
        return new Effects(List.copyOf(writes), List.of(BulkChain.next(bulk, command)));
    }
}
