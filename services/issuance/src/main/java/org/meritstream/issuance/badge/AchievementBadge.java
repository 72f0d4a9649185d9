package org.meritstream.issuance.badge;

import java.math.BigDecimal;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Recognition;
import org.meritstream.issuance.achievement.AchievementKind;
import org.meritstream.issuance.form.BadgeFace;
import org.meritstream.issuance.form.Palette;
import org.meritstream.issuance.issuer.Issuer;

/** What stands on an achievement's badge. Pure. */
public final class AchievementBadge {
    private AchievementBadge() {}

    /** Of a version, by the issuer as it is called now. */
    static BadgeFace of(Issuer issuer, Achievement achievement) {
        return new BadgeFace(
                achievement.name(),
                achievement.language(),
                AchievementKind.inWords(achievement.achievementType()),
                issuer.name(),
                Palette.of(issuer.did(), issuer.colour()),
                facts(achievement));
    }

    /** Workload and level in a few words; null where neither is known. */
    public static @Nullable String facts(Achievement achievement) {
        Recognition known = achievement.recognition();
        if (known == null) {
            return null;
        }
        StringJoiner facts = new StringJoiner(" · ");
        BigDecimal ects = known.ects();
        BigDecimal hours = known.hours();
        if (ects != null) {
            facts.add(ects.toPlainString() + " ECTS");
        } else if (hours != null) {
            facts.add(hours.toPlainString() + " hours");
        }
        if (known.eqfLevel() != null) {
            facts.add("EQF level " + known.eqfLevel());
        }
        return facts.length() == 0 ? null : facts.toString();
    }
}
