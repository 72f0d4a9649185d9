package org.meritstream.issuance.endorsement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Endorse;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.issuance.issuer.Issuer;

/** Whether an endorsement is issued or taken back. Pure. */
public final class EndorseDecision {
    private EndorseDecision() {}

    /** Why not. */
    public enum Refusal {
        /** The tenant has no issuer, so nobody could sign. */
        NO_ISSUER,
        /** There is nothing at the address, or nothing that can be endorsed. */
        UNKNOWN_ENDORSED,
        /** Nobody vouches for themselves; their own achievements they may. */
        ONESELF,
        /** One in other words stands. */
        SAID_OTHERWISE,
        /** There is no such endorsement of this tenant. */
        UNKNOWN
    }

    /** The decision. */
    public sealed interface Outcome {

        /** It is to be issued. */
        record Issue(UUID id, Issuer by, EndorsementCredential.Said said) implements Outcome {}

        /** It is to be revoked. */
        record Revoke(HeldEndorsement endorsement) implements Outcome {}

        /** It is as was asked for. */
        record AlreadyThere(UUID id) implements Outcome {}

        /** It is not. */
        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * What is known around a command to endorse.
     *
     * @param by the tenant's issuer, or null
     * @param of whose it is that is to be endorsed, or null where there is none
     * @param achievement the version, or null where it is not one or not known
     * @param held the tenant's endorsements
     */
    public record Known(
            @Nullable Issuer by,
            @Nullable Issuer of,
            @Nullable Achievement achievement,
            List<HeldEndorsement> held) {}

    /**
     * Decides about an endorsement.
     *
     * @param id what it would have; follows from the command, so that a command that is read again comes to the same
     * @param at the command's time
     */
    public static Outcome endorse(UUID id, Endorse command, Known known, Instant at) {
        Issuer by = known.by();
        if (known.held().stream().anyMatch(one -> one.id().equals(id) && one.signed())) {
            return new Outcome.AlreadyThere(id);
        }
        if (by == null) {
            return new Outcome.Refused(Refusal.NO_ISSUER);
        }
        Optional<EndorsementCredential.Said> said =
                Endorsed.at(command.endorsed()).flatMap(endorsed -> said(endorsed, command, known));
        if (said.isEmpty()) {
            return new Outcome.Refused(Refusal.UNKNOWN_ENDORSED);
        }
        if (said.get().endorsed().equals(by.did())) {
            return new Outcome.Refused(Refusal.ONESELF);
        }
        return known.held().stream()
                .filter(one -> one.endorsed().equals(said.get().endorsed()) && one.stoodAt(at))
                .findFirst()
                .map(standing -> again(standing, command))
                .orElseGet(() -> new Outcome.Issue(id, by, said.get()));
    }

    private static Outcome again(HeldEndorsement standing, Endorse command) {
        return standing.comment().equals(command.comment())
                ? new Outcome.AlreadyThere(standing.id())
                : new Outcome.Refused(Refusal.SAID_OTHERWISE);
    }

    /** By the name that credentials have for it; nothing where there is none at that very address. */
    private static Optional<EndorsementCredential.Said> said(Endorsed endorsed, Endorse command, Known known) {
        Issuer of = known.of();
        if (of == null) {
            return Optional.empty();
        }
        return switch (endorsed) {
            case Endorsed.OfIssuer ignored ->
                command.endorsed().equals(of.did()) || command.endorsed().equals(of.address())
                        ? Optional.of(new EndorsementCredential.Said(of.did(), of.name(), command.comment()))
                        : Optional.empty();
            case Endorsed.OfVersion version -> {
                Achievement achievement = known.achievement();
                String address = of.achievementAddress(
                        version.key().achievement(), version.key().version());
                yield achievement != null && command.endorsed().equals(address)
                        ? Optional.of(new EndorsementCredential.Said(address, achievement.name(), command.comment()))
                        : Optional.empty();
            }
        };
    }

    /** Decides about a revocation. */
    public static Outcome revoke(RevokeEndorsement command, @Nullable HeldEndorsement held) {
        if (held == null || !held.signed() || !held.tenant().equals(command.tenant())) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        return held.revokedAt() == null ? new Outcome.Revoke(held) : new Outcome.AlreadyThere(held.id());
    }
}
