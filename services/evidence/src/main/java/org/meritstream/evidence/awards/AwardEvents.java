package org.meritstream.evidence.awards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEarned;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.AwardWithheld;
import org.meritstream.events.EvidenceEvent;
import org.meritstream.evidence.awards.Award.Stand;

/** What the topics are told of an award. */
public final class AwardEvents {
    private AwardEvents() {}

    /** The name of the step an award is at, for ids: each award takes each step once. */
    public static String step(Award award) {
        return switch (award.stand()) {
            case Stand.Earned earned -> "award.earned";
            case Stand.Withheld withheld -> "award.withheld";
            case Stand.Conferred conferred -> "award.conferred";
            case Stand.Withdrawn withdrawn -> "award.withdrawn";
        };
    }

    /** The step an award is at. */
    public static EvidenceEvent of(Award award) {
        return switch (award.stand()) {
            case Stand.Earned earned -> earned(award);
            case Stand.Withheld withheld -> withheld(award, withheld);
            case Stand.Conferred conferred -> conferred(award, conferred);
            case Stand.Withdrawn withdrawn -> withdrawn(award, withdrawn);
        };
    }

    private static AwardEarned earned(Award award) {
        return new AwardEarned(
                award.learner().tenant(),
                award.id(),
                award.learner().id(),
                award.achievement(),
                award.version(),
                award.number(),
                award.release().policy(),
                award.release().at(),
                award.earnedAt());
    }

    private static AwardWithheld withheld(Award award, Stand.Withheld withheld) {
        return new AwardWithheld(
                award.learner().tenant(),
                award.id(),
                award.learner().id(),
                award.achievement(),
                award.version(),
                award.number(),
                withheld.reason(),
                withheld.at());
    }

    private static AwardConferred conferred(Award award, Stand.Conferred conferred) {
        return new AwardConferred(
                award.learner().tenant(),
                award.id(),
                award.learner().id(),
                award.achievement(),
                award.version(),
                award.number(),
                award.basis().results(),
                unlessEmpty(award.basis().evidence()),
                unlessEmpty(award.basis().components()),
                conferred.at(),
                conferred.replaces());
    }

    private static <V> @Nullable List<V> unlessEmpty(List<V> some) {
        return some.isEmpty() ? null : some;
    }

    private static AwardWithdrawn withdrawn(Award award, Stand.Withdrawn withdrawn) {
        return new AwardWithdrawn(
                award.learner().tenant(),
                award.id(),
                award.learner().id(),
                award.achievement(),
                award.version(),
                award.number(),
                withdrawn.reason(),
                withdrawn.at());
    }
}
