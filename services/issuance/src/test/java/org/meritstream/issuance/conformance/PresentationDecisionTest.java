package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresentationDecisionTest {

    static List<Case> cases() {
        return Case.of("presentation-cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongAndNothingElse(Case given) {
        Conformity decided = PresentationDecision.decide(given.document());

        assertThat(decided.reasons().stream().map(fault -> fault.type().name()).distinct())
                .containsExactlyElementsOf(given.faults());
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(PresentationDecision.decide(NullNode.getInstance()).reasons())
                .extracting(Fault::type)
                .containsExactly(FaultType.PARSING_ERROR);
    }
}
