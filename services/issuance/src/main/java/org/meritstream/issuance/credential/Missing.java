package org.meritstream.issuance.credential;

import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.learner.LearnerKey;

/** What an award may have to wait for. */
public sealed interface Missing {

    /** Names it among all that events wait for. */
    String key();

    /** The learner's profile has not come, or the account is not joined to a person. */
    record Learner(LearnerKey learner) implements Missing {
        @Override
        public String key() {
            return "learner:" + learner.tenant() + "/" + learner.learner();
        }
    }

    /** The achievement version has not come. */
    record AchievementVersion(AchievementKey achievement) implements Missing {
        @Override
        public String key() {
            return "achievement:" + achievement.tenant() + "/" + achievement.achievement() + "/"
                    + achievement.version();
        }
    }

    /** The tenant has no issuer yet. */
    record TenantIssuer(String tenant) implements Missing {
        @Override
        public String key() {
            return "issuer:" + tenant;
        }
    }
}
