package org.meritstream.issuance.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Profile;

/** What a conferred award calls for: a credential, patience, or nothing. */
public final class IssueDecision {
    private IssueDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** Sign a credential. */
        record Issue(UUID credential, AwardConferred conferred, Profile person, Achievement achievement, Issuer issuer)
                implements Outcome {}

        /** Something it needs is not there yet. */
        record Await(Missing missing) implements Outcome {}

        /** This credential is signed: whatever asks again gets nothing new. */
        record AlreadyIssued(UUID credential) implements Outcome {}
    }

    /**
     * What is known of the award's surroundings.
     *
     * @param person who the learner is, by all that is known of their accounts
     * @param issued whether this credential is signed already
     */
    public record Known(
            LearnerKey person,
            @Nullable Profile profile,
            @Nullable Achievement achievement,
            @Nullable Issuer issuer,
            boolean issued) {}

    /** Decides; the credential's id is derived by the caller from tenant, learner, achievement and award number. */
    public static Outcome decide(UUID credential, AwardConferred conferred, Known known) {
        if (known.issued()) {
            return new Outcome.AlreadyIssued(credential);
        }
        Profile profile = known.profile();
        if (profile == null) {
            return new Outcome.Await(new Missing.Learner(known.person()));
        }
        Achievement achievement = known.achievement();
        if (achievement == null) {
            return new Outcome.Await(new Missing.AchievementVersion(AchievementKey.of(conferred)));
        }
        Issuer issuer = known.issuer();
        if (issuer == null) {
            return new Outcome.Await(new Missing.TenantIssuer(conferred.tenant()));
        }
        return new Outcome.Issue(credential, conferred, profile, achievement, issuer);
    }
}
