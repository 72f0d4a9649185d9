package org.meritstream.evidence.awards;

import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.learners.LearnerKey;

/** Awards of Amina's at each stand. */
public final class Awarded {
    public static final Basis BASIS = new Basis(List.of("fact-1"), List.of(), List.of(), List.of());
    public static final Instant LATER = MORNING.plusSeconds(60);

    private Awarded() {}

    public static Award earned() {
        return award(1, new Stand.Earned(null), Regard.NONE);
    }

    public static Award withheld() {
        return award(1, new Stand.Withheld(MORNING, WithholdingReason.HOLD), Regard.NONE);
    }

    public static Award held() {
        return award(1, new Stand.Conferred(MORNING, null), Regard.NONE);
    }

    public static Award flagged() {
        return held().regarded(Regard.FLAGGED);
    }

    public static Award kept() {
        return held().regarded(Regard.KEPT);
    }

    public static Award withdrawn(AwardWithdrawalReason reason) {
        return held().withdrawn(LATER, reason);
    }

    public static Award neverHeld() {
        return earned().withdrawn(LATER, AwardWithdrawalReason.NO_LONGER_EARNED);
    }

    /** The next award of the achievement, held. */
    public static Award next(int number) {
        return award(number, new Stand.Conferred(LATER, null), Regard.NONE);
    }

    static Award award(int number, Stand stand, Regard regard) {
        return new Award(
                new UUID(0x8000L, 0x8000_0000_0000_0000L + number),
                new LearnerKey("northgate", AMINA),
                "data-literacy",
                1,
                number,
                new Release(ReleasePolicy.AFTER_APPROVAL, null),
                BASIS,
                "fact-1",
                MORNING,
                stand,
                regard);
    }
}
