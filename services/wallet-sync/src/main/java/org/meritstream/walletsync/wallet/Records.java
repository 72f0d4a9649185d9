package org.meritstream.walletsync.wallet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a learner asked to be put into signed records, and the records that were made of what they hold.
 *
 * @param requests by id, so that they are the same for every order in which facts arrived
 * @param made likewise
 */
public record Records(List<RecordRequest> requests, List<LearnerRecord> made) {
    static final Records NONE = new Records(List.of(), List.of());

    public Records {
        requests = List.copyOf(requests);
        made = List.copyOf(made);
    }

    /** A request; blank where nothing was heard of it. */
    public RecordRequest request(UUID id) {
        return requests.stream()
                .filter(one -> one.request().equals(id))
                .findFirst()
                .orElseGet(() -> RecordRequest.unheard(id));
    }

    /** Whether a record of this id is known of. */
    public boolean knows(UUID record) {
        return made.stream().anyMatch(one -> one.record().equals(record));
    }

    /** A record; blank where nothing was heard of it. */
    public LearnerRecord record(UUID id) {
        return made.stream()
                .filter(one -> one.record().equals(id))
                .findFirst()
                .orElseGet(() -> LearnerRecord.unheard(id));
    }

    /** With a request put in its place, or added. */
    public Records with(RecordRequest changed) {
        List<RecordRequest> all = new ArrayList<>(requests);
        all.removeIf(one -> one.request().equals(changed.request()));
        all.add(changed);
        all.sort(Comparator.comparing(one -> one.request().toString()));
        return new Records(all, made);
    }

    /** With a record put in its place, or added. */
    public Records with(LearnerRecord changed) {
        List<LearnerRecord> all = new ArrayList<>(made);
        all.removeIf(one -> one.record().equals(changed.record()));
        all.add(changed);
        all.sort(Comparator.comparing(one -> one.record().toString()));
        return new Records(requests, all);
    }
}
