package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeDecisionTest {

    static List<Case> cases() {
        return Case.of("envelope-cases");
    }

    @Test
    void takesTheTokenOut() {
        assertThat(EnvelopeDecision.decide(Case.object("envelope")))
                .isEqualTo(new EnvelopeDecision.Decided.Enveloped("e30.e30.AA"));
    }

    @Test
    void leavesACredentialAlone() {
        assertThat(EnvelopeDecision.decide(Case.object("credential"))).isEqualTo(new EnvelopeDecision.Decided.Plain());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWhatOnlySaysThatItIsAnEnvelope(Case given) {
        assertThat(EnvelopeDecision.decide(given.document())).isInstanceOf(EnvelopeDecision.Decided.Refused.class);
    }
}
