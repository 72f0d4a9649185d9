package org.meritstream.evidence.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.LapseReason;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.log.http.Problem;

/**
 * What became of a credential of another issuer.
 *
 * @param issuer id of its issuer, once it was verified
 * @param achievement id of the achievement at its issuer, once it was verified
 * @param issuerName what its issuer calls itself, where it says so
 * @param achievementName what its issuer calls the achievement, where it says so
 * @param validUntil when it expires, where it does
 * @param problem why it does not count, where it was refused
 * @param retryAt when it is looked at again, where it could not be looked at yet by a fault of ours
 * @param lapse how its issuer took it back, where it did
 * @param lapsedAt when that was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID id,
        UUID learner,
        State state,
        @Nullable Instant requestedAt,
        @Nullable Instant concludedAt,
        @Nullable String issuer,
        @Nullable String achievement,
        @Nullable String issuerName,
        @Nullable String achievementName,
        @Nullable Instant validUntil,
        @Nullable Problem problem,
        @Nullable Instant retryAt,
        @Nullable LapseReason lapse,
        @Nullable Instant lapsedAt) {

    /** How far it has come. */
    public enum State {
        /** It is being looked at. */
        PENDING,
        /** It counts. */
        VERIFIED,
        /** It does not count. */
        REFUSED,
        /** It counted, until its issuer took it back. */
        LAPSED,
        /** It counted, until its time was over. */
        EXPIRED
    }

    /** What events have told of it so far. */
    record Told(
            UUID id,
            UUID learner,
            @Nullable Instant requestedAt,
            @Nullable String issuer,
            @Nullable String achievement,
            @Nullable String issuerName,
            @Nullable String achievementName,
            @Nullable Instant validUntil,
            @Nullable String refusal,
            @Nullable Instant retryAt,
            @Nullable Instant concludedAt,
            @Nullable String lapse,
            @Nullable Instant lapsedAt) {}

    /** Why it does not count, in whatever language; null where it does. */
    public @Nullable Phrase refusal() {
        return problem == null ? null : ImportProblems.why(problem);
    }

    static ImportView of(Told told, Instant now) {
        return new ImportView(
                told.id(),
                told.learner(),
                state(told, now),
                told.requestedAt(),
                told.concludedAt(),
                told.issuer(),
                told.achievement(),
                told.issuerName(),
                told.achievementName(),
                told.validUntil(),
                told.refusal() == null ? null : ImportProblems.refused(ImportRefusal.valueOf(told.refusal())),
                told.concludedAt() == null ? told.retryAt() : null,
                told.lapse() == null ? null : LapseReason.valueOf(told.lapse()),
                told.lapsedAt());
    }

    private static State state(Told told, Instant now) {
        if (told.concludedAt() == null) {
            return State.PENDING;
        }
        if (told.refusal() != null) {
            return State.REFUSED;
        }
        if (told.lapse() != null) {
            return State.LAPSED;
        }
        Instant until = told.validUntil();
        return until != null && !now.isBefore(until) ? State.EXPIRED : State.VERIFIED;
    }
}
