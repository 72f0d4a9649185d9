package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential of another issuer was looked at, beside the loop since others are asked: conclude what follows. Of the last four members exactly
 * one is there.
 *
 * @param request which request, or as what it is held
 * @param refusal why it does not count
 * @param found it counts
 * @param lapse it is held, and its issuer has taken it back
 * @param lookAgainAt looking failed by a fault of our own: when it is looked at again
 */
public record ConcludeImport(
        String tenant,
        UUID request,
        UUID learner,
        @Nullable ImportRefusal refusal,
        @Nullable ForeignCredential found,
        @Nullable LapseReason lapse,
        @Nullable Instant lookAgainAt)
        implements IssuanceCommand {
    public ConcludeImport {
        Limits.that(
                Stream.of(refusal != null, found != null, lapse != null, lookAgainAt != null)
                                .filter(there -> there)
                                .count()
                        == 1,
                "refusal, found, lapse and lookAgainAt are not one alone");
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
