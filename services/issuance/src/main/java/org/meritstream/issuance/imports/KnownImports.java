package org.meritstream.issuance.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.ForeignCredential;

/** What the store knows of the imports that a batch concludes, and the batch so far. */
public final class KnownImports {
    private final Map<UUID, Known> byRequest = new HashMap<>();
    private final Map<Holding, UUID> held = new HashMap<>();

    /**
     * One of them.
     *
     * @param issuer null until it is held, and so are the members after it
     * @param credential its id, as its issuer names it
     */
    public record Known(
            UUID request,
            String tenant,
            UUID learner,
            ImportState state,
            @Nullable String issuer,
            @Nullable String achievement,
            @Nullable String credential) {}

    /** A credential of another issuer in somebody's hands. */
    private record Holding(String tenant, UUID learner, String issuer, String credential) {}

    void add(Known row) {
        byRequest.put(row.request(), row);
        if (row.state() == ImportState.HELD && row.issuer() != null && row.credential() != null) {
            held.put(new Holding(row.tenant(), row.learner(), row.issuer(), row.credential()), row.request());
        }
    }

    @Nullable
    Known find(UUID request) {
        return byRequest.get(request);
    }

    /** As what this credential is held by this learner, or null. */
    @Nullable
    UUID heldAs(String tenant, UUID learner, ForeignCredential found) {
        return held.get(new Holding(tenant, learner, found.issuer(), found.id()));
    }

    /** Lays over what an event of the batch did. */
    public void note(ConcludeImport command, ConcludeDecision.Outcome outcome) {
        switch (outcome) {
            case ConcludeDecision.Outcome.Hold hold -> add(known(command, ImportState.HELD, hold.found()));
            case ConcludeDecision.Outcome.HeldAlready ignored -> add(known(command, ImportState.OVER, null));
            case ConcludeDecision.Outcome.Refuse ignored -> add(known(command, ImportState.OVER, null));
            case ConcludeDecision.Outcome.Lapse ignored -> {
                held.values().remove(command.request());
                add(known(command, ImportState.OVER, null));
            }
            case ConcludeDecision.Outcome.Delay ignored -> {}
            case ConcludeDecision.Outcome.Nothing ignored -> {}
        }
    }

    private static Known known(ConcludeImport command, ImportState state, @Nullable ForeignCredential found) {
        return new Known(
                command.request(),
                command.tenant(),
                command.learner(),
                state,
                found == null ? null : found.issuer(),
                found == null ? null : found.achievement(),
                found == null ? null : found.id());
    }
}
