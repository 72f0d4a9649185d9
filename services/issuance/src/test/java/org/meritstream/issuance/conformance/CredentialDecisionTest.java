package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialDecisionTest {

    static List<Case> cases() {
        return Case.of("credential-cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongAndNothingElse(Case given) {
        Conformity decided = CredentialDecision.decide(given.document());

        assertThat(decided.reasons().stream().map(fault -> fault.type().name()).distinct())
                .containsExactlyElementsOf(given.faults());
    }

    @Test
    void refusesACredentialWrittenAsText() {
        Conformity decided = CredentialDecision.decide(
                TextNode.valueOf(Case.object("credential").toString()));

        assertThat(decided.reasons()).extracting(Fault::type).containsExactly(FaultType.PARSING_ERROR);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var document = Case.object("credential");
        document.remove("type");
        document.remove("issuer");

        assertThat(CredentialDecision.decide(document).reasons()).hasSize(2);
    }
}
