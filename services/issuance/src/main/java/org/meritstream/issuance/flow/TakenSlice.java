package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventHeader;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RenewCredential;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.SuspendCredential;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Slice.Item;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/**
 * A slice of a bulk operation that a batch sees to. What can be asked of one credential alone stands in it as the command that would ask it, so that it
 * is readied and decided as that is; securing again can not, and is readied for all of the slice.
 *
 * @param event the command that asks for the slice
 * @param singles one for each credential, in order; none where they are to be secured again
 */
record TakenSlice(Inbound event, Slice slice, List<Inbound> singles) {
    private static final UUID NOBODY = new UUID(0, 0);

    static TakenSlice of(Inbound event, Slice slice) {
        List<Inbound> singles = new ArrayList<>();
        if (slice.bulk().operation() != BulkOperation.RESECURE) {
            slice.items().forEach(item -> singles.add(single(event, slice.bulk(), item)));
        }
        return new TakenSlice(event, slice, List.copyOf(singles));
    }

    /** Whether it is about securing credentials again. */
    boolean resecures() {
        return slice.bulk().operation() == BulkOperation.RESECURE && !slice.documents();
    }

    /** The ids of its credentials. */
    List<UUID> credentials() {
        return slice.items().stream().map(Item::credential).toList();
    }

    private static Inbound single(Inbound event, Bulk bulk, Item item) {
        String id =
                EventIds.of("bulk-row", bulk.id().toString(), item.credential().toString());
        EventHeader header = new EventHeader(
                id,
                event.header().source(),
                event.header().subject(),
                bulk.begunAt(),
                event.header().traceparent());
        return new Inbound(event.position(), new Event<>(header, command(bulk, item)), event.message());
    }

    private static EventData command(Bulk bulk, Item item) {
        UUID learner = item.learner() == null ? NOBODY : item.learner();
        return switch (bulk.operation()) {
            case RENEW -> new RenewCredential(bulk.tenant(), item.credential(), learner);
            case CORRECT -> new CorrectCredential(bulk.tenant(), item.credential(), learner);
            case REVOKE -> new RevokeCredential(bulk.tenant(), item.credential(), learner, reason(bulk));
            case SUSPEND -> new SuspendCredential(bulk.tenant(), item.credential(), learner, suspension(bulk));
            case REINSTATE -> new ReinstateCredential(bulk.tenant(), item.credential(), learner);
            case RESECURE -> throw new IllegalArgumentException("No command asks for that of one credential");
        };
    }

    private static RevocationReason reason(Bulk bulk) {
        if (bulk.reason() == null) {
            throw new IllegalStateException("Nothing is revoked without a reason");
        }
        return bulk.reason();
    }

    private static SuspensionReason suspension(Bulk bulk) {
        if (bulk.suspension() == null) {
            throw new IllegalStateException("Nothing is suspended without a reason");
        }
        return bulk.suspension();
    }

    static Map<String, TakenSlice> byEvent(List<TakenSlice> slices) {
        return slices.stream().collect(Collectors.toMap(slice -> slice.event().id(), slice -> slice));
    }

    /** What slices ask for one by one is seen to as if it had come by itself. */
    static List<Inbound> with(List<Inbound> fresh, List<TakenSlice> slices) {
        return Stream.concat(fresh.stream(), slices.stream().flatMap(slice -> slice.singles().stream()))
                .toList();
    }
}
