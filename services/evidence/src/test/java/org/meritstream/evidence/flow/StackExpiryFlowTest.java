package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.expiring;
import static org.meritstream.evidence.flow.Happenings.issued;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.revoked;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import org.junit.jupiter.api.Test;

/** What becomes of a stack when a credential that it rests on expires. */
class StackExpiryFlowTest extends StackFlow {
    @Test
    void judgesAStackAgainWhenAComponentExpires() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));
        given(issued(NORTHGATE, AMINA, FIRST, "maths", MORNING));
        given(expiring(issued(NORTHGATE, AMINA, SECOND, "physics", MORNING), MORNING.plus(YEAR)));
        assertThat(dossier("science").earned()).isTrue();

        evidence.passTo(MORNING.plus(YEAR).minusSeconds(1));
        assertThat(dossier("science").earned()).isTrue();
        evidence.passTo(MORNING.plus(YEAR));

        assertThat(dossier("science").earned()).isFalse();
        assertThat(dossier("science").evaluatedAt()).isEqualTo(MORNING.plus(YEAR));
        assertThat(explained("science")).contains("The credential for “physics” has expired.");
    }

    @Test
    void bringsNothingBackThatExpiredWhenSomethingOlderIsToldLate() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));
        given(expiring(issued(NORTHGATE, AMINA, SECOND, "physics", MORNING), MORNING.plus(YEAR)));
        evidence.passTo(MORNING.plus(YEAR));

        given(issued(NORTHGATE, AMINA, FIRST, "maths", MORNING.plusSeconds(1)));

        assertThat(dossier("science").earned()).isFalse();
    }

    @Test
    void waitsForNoExpiryOfWhatWasRevoked() {
        given(expiring(issued(NORTHGATE, AMINA, SECOND, "physics", MORNING), MORNING.plus(YEAR)));
        assertThat(evidence.timers()).hasSize(1);

        given(revoked(NORTHGATE, AMINA, SECOND, "physics", MORNING.plusSeconds(60)));

        assertThat(evidence.timers()).isEmpty();
    }

    @Test
    void callsExpiredWhatWasRevokedAfterwards() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE));
        given(expiring(issued(NORTHGATE, AMINA, SECOND, "physics", MORNING), MORNING.plus(YEAR)));

        given(revoked(NORTHGATE, AMINA, SECOND, "physics", MORNING.plus(YEAR).plusSeconds(60)));

        assertThat(explained("science")).contains("The credential for “physics” has expired.");
    }
}
