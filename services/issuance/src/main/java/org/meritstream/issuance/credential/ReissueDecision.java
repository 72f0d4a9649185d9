package org.meritstream.issuance.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.ReissueReason;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.Profile;

/**
 * Whether the credential of an award is issued anew: renewed, or with the name corrected. The decision is about the line of an award, so whichever of
 * its credentials is asked for, the newest is what is issued anew, and a line never forks.
 */
public final class ReissueDecision {
    private ReissueDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /**
         * Sign another in the place of the newest.
         *
         * @param revoked what is revoked with it
         */
        record Again(
                HeldCredential former,
                ReissueReason reason,
                Profile person,
                SigningIssuer issuer,
                Instant from,
                @Nullable Instant until,
                List<HeldCredential> revoked)
                implements Outcome {
            public Again {
                revoked = List.copyOf(revoked);
            }
        }

        /** That was done: this is the credential. */
        record AlreadyThere(UUID credential) implements Outcome {}

        /** It is not to be. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Why not. */
    public enum Refusal {
        /** There is no such credential in this tenant, or none that is signed. */
        UNKNOWN,
        /** The award was withdrawn, or what stands for it was revoked. */
        REVOKED,
        /** It is suspended, and what would take its place would not be. */
        SUSPENDED,
        /** Its validity does not end. */
        ENDLESS,
        /** It was corrected: what took its place is to be renewed. */
        CORRECTED,
        /** All that is shown of the award states the name that the roster has. */
        NAME_IS_RIGHT
    }

    /**
     * What is known around a line.
     *
     * @param person who holds the credentials, or null where nothing is known of them
     * @param achievement the version, or null where there is no copy
     * @param withdrawn whether the award is
     */
    public record Known(
            @Nullable Profile person,
            @Nullable Achievement achievement,
            @Nullable SigningIssuer issuer,
            boolean withdrawn) {}

    /** A new validity: from now on, and the version's months from when the former ends, or from now where it has ended. */
    public static Outcome renew(Line line, UUID asked, Known known, Instant at) {
        HeldCredential credential = line.credential(asked);
        if (credential == null || known.person() == null || known.issuer() == null) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        HeldCredential next = line.after(credential);
        if (next != null) {
            return next.reissue() != null && next.reissue().reason() == ReissueReason.RENEWED
                    ? new Outcome.AlreadyThere(next.id())
                    : new Outcome.Refused(Refusal.CORRECTED);
        }
        if (credential.revokedAt() != null || known.withdrawn()) {
            return new Outcome.Refused(Refusal.REVOKED);
        }
        if (credential.suspendedNow() != null) {
            return new Outcome.Refused(Refusal.SUSPENDED);
        }
        Instant from = at.truncatedTo(ChronoUnit.SECONDS);
        Instant until = renewed(credential.validUntil(), known.achievement(), from);
        return until == null
                ? new Outcome.Refused(Refusal.ENDLESS)
                : new Outcome.Again(
                        credential, ReissueReason.RENEWED, known.person(), known.issuer(), from, until, List.of());
    }

    private static @Nullable Instant renewed(@Nullable Instant ends, @Nullable Achievement achievement, Instant from) {
        if (ends == null || achievement == null) {
            return null;
        }
        return CredentialComposition.until(ends.isAfter(from) ? ends : from, achievement.validForMonths());
    }

    /**
     * The same with the name that the roster has now; all else of the award is revoked. What takes the place of a suspended one is suspended with it: a wrong
     * name does not wait until an inquiry ends.
     */
    public static Outcome correct(Line line, UUID asked, Known known) {
        HeldCredential credential = line.credential(asked);
        Profile person = known.person();
        if (credential == null || person == null || known.issuer() == null) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        HeldCredential newest = line.newest();
        if (newest.revokedAt() != null || known.withdrawn()) {
            return new Outcome.Refused(Refusal.REVOKED);
        }
        boolean right = line.shown().stream()
                .allMatch(shown -> ReissuedDocument.name(shown.document()).equals(person.displayName()));
        if (right) {
            return line.shown().contains(credential)
                    ? new Outcome.Refused(Refusal.NAME_IS_RIGHT)
                    : new Outcome.AlreadyThere(newest.id());
        }
        return new Outcome.Again(
                newest,
                ReissueReason.CORRECTED,
                person,
                known.issuer(),
                ReissuedDocument.from(newest.document()),
                newest.validUntil(),
                line.standing());
    }
}
