package org.meritstream.issuance.badge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.Fixtures;

class AchievementBadgeTest {
    private static final Achievement DATA_LITERACY = Fixtures.dataLiteracy().definition();

    @Test
    void saysWhatTheBadgeOfACredentialSays() {
        assertThat(AchievementBadge.of(Fixtures.NORTHGATE, DATA_LITERACY).inWords())
                .isEqualTo("Data Literacy, Micro-credential, by Northgate University, 3.5 ECTS · EQF level 6");
    }

    @Test
    void isAnIssuersOwn() {
        assertThat(AchievementBadge.of(Fixtures.NORTHGATE, DATA_LITERACY))
                .isNotEqualTo(AchievementBadge.of(Fixtures.LAKESIDE, DATA_LITERACY));
    }
}
