package org.meritstream.evidence.learners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.learners.LinkDecision.Link;

class LinkDecisionTest {
    private static final LearnerKey ADA = key(1);
    private static final LearnerKey BEA = key(2);
    private static final LearnerKey CLEO = key(3);

    private final Register register = new Register(List.of());

    @Test
    void movesAnAccountToItsLearner() {
        assertThat(LinkDecision.decide(register, ADA, BEA)).isEqualTo(new Link.Move(List.of(ADA), ADA, BEA));
    }

    @Test
    void changesNothingTheSecondTime() {
        register.move(List.of(ADA), BEA.id());

        assertThat(LinkDecision.decide(register, ADA, BEA)).isInstanceOf(Link.Nothing.class);
    }

    @Test
    void changesNothingInACircle() {
        register.move(List.of(ADA), BEA.id());

        assertThat(LinkDecision.decide(register, BEA, ADA)).isInstanceOf(Link.Nothing.class);
    }

    @Test
    void takesAlongWhatBelongsToTheAccount() {
        register.move(List.of(ADA), BEA.id());

        assertThat(LinkDecision.decide(register, BEA, CLEO)).isEqualTo(new Link.Move(List.of(ADA, BEA), BEA, CLEO));
    }

    @Test
    void movesOnlyTheAccountThatTurnsOutToBeSomebodyElses() {
        register.move(List.of(ADA), BEA.id());

        Link link = LinkDecision.decide(register, ADA, CLEO);

        assertThat(link).isEqualTo(new Link.Move(List.of(ADA), BEA, CLEO));
        assertThat(((Link.Move) link).dissolves()).isFalse();
    }

    private static LearnerKey key(int number) {
        return new LearnerKey("northgate", new UUID(0x8000L, 0x8000_0000_0000_0000L + number));
    }
}
