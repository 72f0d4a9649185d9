package org.meritstream.walletsync.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Profile;

class ProfileDecisionTest {
    private static final Profile HELD = new Profile("Ada Example", "en", Facts.NOON);

    @Test
    void takesTheFirstProfile() {
        var heard = Facts.profiled(Facts.NORTHGATE, Facts.ADA, "Ada Example", Facts.NOON);

        assertThat(ProfileDecision.decide(null, heard)).isEqualTo(new ProfileDecision.Result.Taken(HELD));
    }

    @Test
    void takesALaterProfile() {
        var later = Facts.profiled(Facts.NORTHGATE, Facts.ADA, "Ada Married", Facts.NOON.plusSeconds(1));

        assertThat(ProfileDecision.decide(HELD, later))
                .isEqualTo(
                        new ProfileDecision.Result.Taken(new Profile("Ada Married", "en", Facts.NOON.plusSeconds(1))));
    }

    @Test
    void keepsTheLaterProfileWhenAnEarlierOneArrivesAfterIt() {
        var earlier = Facts.profiled(Facts.NORTHGATE, Facts.ADA, "Ada Before", Facts.NOON.minusSeconds(1));

        assertThat(ProfileDecision.decide(HELD, earlier)).isEqualTo(new ProfileDecision.Result.Outdated());
    }
}
