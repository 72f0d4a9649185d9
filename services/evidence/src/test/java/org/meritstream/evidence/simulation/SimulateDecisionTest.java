package org.meritstream.evidence.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CriterionStanding;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Fact;
import org.meritstream.events.Simulation;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.simulation.SimulateDecision.Answer;

class SimulateDecisionTest {
    private static final Simulation FULL = read(Simulations.example("full"));

    @Test
    void judgesTheExampleOfTheContract() {
        Answer.Judged judged = judged(FULL);

        assertThat(judged.evaluation()).isInstanceOf(Evaluation.NotYet.class);
        assertThat(judged.evaluation().explanation().standings())
                .extracting(CriterionStanding::standing)
                .containsExactly(
                        CriterionStanding.Standing.MET,
                        CriterionStanding.Standing.MET,
                        CriterionStanding.Standing.NOT_MET,
                        CriterionStanding.Standing.MET);
        assertThat(judged.leftAside()).isEmpty();
    }

    @Test
    void tellsHowItStoodBeforeTheCredentialWasRevoked() {
        Simulation earlier =
                new Simulation(FULL.achievement(), FULL.facts(), FULL.now().minus(Duration.ofDays(2)));

        Answer.Judged judged = judged(earlier);

        assertThat(judged.leftAside()).containsExactly("credential-1-revoked", "essay-3");
        assertThat(judged.evaluation().explanation().standings().get(2).standing())
                .isEqualTo(CriterionStanding.Standing.MET);
    }

    @Test
    void knowsNoVersionThatIsNotThere() {
        assertThat(SimulateDecision.decide("northgate", read(Simulations.example("minimal")), null))
                .isEqualTo(new Answer.Unknown());
    }

    @Test
    void refusesADefinitionThatCouldNotBePublished() {
        Simulation faulty = read(Simulations.example("full")
                .replace("\"threshold\": \"0.6\"", "\"threshold\": \"60\"")
                .replace("\"level\": \"good\"", "\"level\": \"splendid\""));

        assertThat(SimulateDecision.decide("northgate", faulty, null))
                .isInstanceOfSatisfying(
                        Answer.Faulty.class,
                        answer -> assertThat(answer.faults())
                                .extracting(Fault::pointer)
                                .containsExactly(
                                        "/achievement/definition/criteria/0/rule/threshold",
                                        "/achievement/definition/criteria/1/rule/of/1/level"));
    }

    @Test
    void takesAFactThatIsSaidTwiceButNotInTwoWays() {
        List<Fact> twice = new ArrayList<>(FULL.facts());
        twice.add(FULL.facts().getFirst());
        assertThat(judged(new Simulation(FULL.achievement(), twice, FULL.now())).evaluation())
                .isEqualTo(judged(FULL).evaluation());

        twice.add(new Fact.Lost(FULL.facts().getFirst().id(), "c", FULL.now(), null));
        assertThat(SimulateDecision.decide("northgate", new Simulation(FULL.achievement(), twice, FULL.now()), null))
                .isEqualTo(new Answer.Faulty(List.of(new Fault("/facts/17/id", "is the id of another fact as well"))));
    }

    private static Answer.Judged judged(Simulation asked) {
        return (Answer.Judged) SimulateDecision.decide("northgate", asked, null);
    }

    private static Simulation read(String json) {
        return EventFormat.simulation(json.getBytes(StandardCharsets.UTF_8));
    }
}
