package org.meritstream.issuance.adoption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.issuance.adoption.AdoptDecision.Adopted;
import org.meritstream.issuance.adoption.AdoptDecision.Outcome;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.StatusEntry;

/**
 * Where a slice of what was read back belongs. Pure.
 *
 * @param adopted what the store takes back
 * @param replaced of these, whose document takes the place of another
 * @param entries the status entries that are taken, by tenant
 * @param missed how many entries are taken that nobody knows, by list
 * @param succeeded of the placed, which have a successor
 * @param placed what is done with
 * @param left what can not be placed, and why
 */
record Placement(
        List<Adopted> adopted,
        List<UUID> replaced,
        Map<String, List<StatusEntry>> entries,
        Map<String, Integer> missed,
        List<CredentialSuperseded> succeeded,
        List<UUID> placed,
        Map<UUID, String> left) {

    private Placement() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>());
    }

    /** @param tenants those that have an issuer */
    static Placement of(List<Recollection> slice, Known known, Set<String> tenants) {
        Placement placement = new Placement();
        for (Recollection said : slice) {
            if (tenants.contains(said.tenant())) {
                placement.add(said, known.decide(said));
            } else {
                placement.left.put(said.credential(), "its tenant has no issuer");
            }
        }
        return placement;
    }

    private void add(Recollection said, Outcome outcome) {
        reserve(said);
        switch (outcome) {
            case Outcome.AlreadyThere ignored -> done(said);
            case Outcome.Adopt adopt -> {
                adopted.add(adopt.adopted());
                done(said);
            }
            case Outcome.Replace replace -> {
                adopted.add(replace.adopted());
                replaced.add(said.credential());
                done(said);
            }
            case Outcome.Incomplete ignored -> incomplete(said);
            case Outcome.Unreadable unreadable -> left.put(said.credential(), unreadable.reason());
        }
    }

    private void done(Recollection said) {
        placed.add(said.credential());
        if (said.superseded() != null) {
            succeeded.add(said.superseded());
        }
    }

    /** A document that is gone has its entry still: it may be in somebody's hands. */
    private void incomplete(Recollection said) {
        CredentialIssued issued = said.issued();
        if (said.document() != null) {
            left.put(said.credential(), "the log does not say any more for which award it is");
            return;
        }
        if (issued != null) {
            missed.merge(issued.statusList(), 1, Integer::sum);
        }
        placed.add(said.credential());
    }

    private void reserve(Recollection said) {
        CredentialDocument document = said.document();
        if (document == null) {
            return;
        }
        try {
            entries.computeIfAbsent(said.tenant(), tenant -> new ArrayList<>())
                    .add(SignedForm.of(document).status());
        } catch (IllegalArgumentException unreadable) {
            // Told where it is decided.
        }
    }

    /** What lists are to say when it is done: which credentials are revoked, and that those with two entries may be suspended. */
    ListChanges changes() {
        ListChanges changes = new ListChanges();
        adopted.stream().map(Adopted::credential).forEach(credential -> {
            if (credential.revokedAt() != null) {
                changes.revoke(credential.status());
            }
            if (credential.suspendable()) {
                changes.suspends(credential.status().list());
                suspension(credential, changes);
            }
        });
        return changes;
    }

    /** A copy may have the bit of what was reinstated since. */
    private static void suspension(HeldCredential credential, ListChanges changes) {
        if (credential.suspendedAt() == null) {
            changes.reinstate(credential.status());
        } else {
            changes.suspend(credential.status());
        }
    }

    /** When the last of it was said. */
    static Instant latest(List<Recollection> slice) {
        return slice.stream()
                .flatMap(said -> Stream.of(
                                said.issued() == null ? null : said.issued().issuedAt(),
                                said.document() == null ? null : said.document().updatedAt(),
                                said.revoked() == null ? null : said.revoked().revokedAt())
                        .filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
