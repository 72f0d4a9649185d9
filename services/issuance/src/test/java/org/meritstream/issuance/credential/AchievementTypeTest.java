package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.issuer.Issuer;

class AchievementTypeTest {

    /** Every token of this version carries it. Another text is another version, and this one is served all the same. */
    @Test
    void neverChanges() {
        assertThat(AchievementType.of(Fixtures.NORTHGATE).integrity())
                .isEqualTo("sha256-We5JlvrG19EkMmWbCdjc+cNClkHKGRpsma90tteYPxA=");
    }

    @Test
    void doesNotFollowWhatMayChangeOfAnIssuer() {
        Issuer renamed = new Issuer(
                "northgate", "http://localhost:8080", "Another name", "https://x.example", null, "x", "#7a1f3d");

        assertThat(AchievementType.of(renamed)).isEqualTo(AchievementType.of(Fixtures.NORTHGATE));
        assertThat(AchievementType.of(Fixtures.LAKESIDE)).isNotEqualTo(AchievementType.of(Fixtures.NORTHGATE));
    }

    @Test
    void saysWhereItIs() {
        assertThat(AchievementType.of(Fixtures.NORTHGATE).address())
                .isEqualTo("http://localhost:8080/issuers/northgate/types/achievement/1");
    }
}
