package org.meritstream.issuance.imports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.ForeignCredential;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.issuance.imports.KnownImports.Known;

/** What follows from what was found of a credential of another issuer. The same found twice follows once. Pure. */
public final class ConcludeDecision {
    private ConcludeDecision() {}

    /** What follows. */
    public sealed interface Outcome {

        /** It is held from now on. */
        record Hold(ForeignCredential found, CredentialVerified said) implements Outcome {}

        /** It is held already, from an earlier request. */
        record HeldAlready(CredentialVerified said) implements Outcome {}

        /** It does not count. */
        record Refuse(ImportRefused said) implements Outcome {}

        /** It was held and is not any more. */
        record Lapse(CredentialLapsed said) implements Outcome {}

        /** It could not be looked at yet. */
        record Delay(ImportDelayed said) implements Outcome {}

        /** Nothing: it was concluded before. */
        record Nothing() implements Outcome {}
    }

    /**
     * Decides one command, over those before it.
     *
     * @param now the time of the command, at which it was looked at
     */
    public static Outcome decide(ConcludeImport command, KnownImports known, Instant now) {
        Known row = known.find(command.request());
        boolean open = row == null || row.state() == ImportState.REQUESTED;
        if (command.lapse() != null) {
            return row != null && row.state() == ImportState.HELD
                    ? new Outcome.Lapse(lapsed(command, row, now))
                    : new Outcome.Nothing();
        }
        if (!open) {
            return new Outcome.Nothing();
        }
        if (command.lookAgainAt() != null) {
            return new Outcome.Delay(new ImportDelayed(
                    command.tenant(), command.request(), command.learner(), command.lookAgainAt(), now));
        }
        if (command.refusal() != null) {
            return new Outcome.Refuse(
                    new ImportRefused(command.tenant(), command.request(), command.learner(), command.refusal(), now));
        }
        ForeignCredential found = requireNonNull(command.found(), "one of the four is there");
        UUID held = known.heldAs(command.tenant(), command.learner(), found);
        return held == null
                ? new Outcome.Hold(found, verified(command, found, command.request(), now))
                : new Outcome.HeldAlready(verified(command, found, held, now));
    }

    private static CredentialVerified verified(
            ConcludeImport command, ForeignCredential found, UUID credential, Instant now) {
        return new CredentialVerified(
                command.tenant(),
                command.request(),
                credential,
                command.learner(),
                found.issuer(),
                found.achievement(),
                found.issuerName(),
                found.achievementName(),
                found.validUntil(),
                now);
    }

    private static CredentialLapsed lapsed(ConcludeImport command, Known row, Instant now) {
        return new CredentialLapsed(
                command.tenant(),
                command.request(),
                command.learner(),
                requireNonNull(row.issuer(), "what is held has an issuer"),
                requireNonNull(row.achievement(), "what is held has an achievement"),
                requireNonNull(command.lapse(), "it lapsed"),
                now);
    }
}
