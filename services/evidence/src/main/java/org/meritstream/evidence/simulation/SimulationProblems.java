package org.meritstream.evidence.simulation;

import java.util.List;
import org.meritstream.events.MalformedEvent;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What can be wrong with a question to the judgement. */
final class SimulationProblems {
    private SimulationProblems() {}

    /** The reason and the place of a malformed question hold no value of it. */
    static ProblemException malformed(MalformedEvent fault) {
        String reason = String.valueOf(fault.getMessage());
        Problem problem = Problem.of(
                "malformed-simulation",
                "The body is not a simulation",
                400,
                reason + "; see schema simulation.v1 of the contract.");
        return new ProblemException(
                fault.place().isEmpty()
                        ? problem
                        : problem.at(List.of(new Problem.Place(fault.place(), "is not what the schema asks for"))));
    }

    static ProblemException tooLarge(int most) {
        return new ProblemException(Problem.of(
                "simulation-too-large",
                "The simulation is too large",
                413,
                "A simulation has at most " + most + " bytes."));
    }

    static ProblemException tooManyFacts(int most) {
        return new ProblemException(Problem.of(
                "too-many-facts", "There are too many facts", 422, "A simulation has at most " + most + " facts."));
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(
                "unknown-version",
                "There is no such version",
                404,
                "No achievement of this tenant has that id and version. Send the definition along to try it"
                        + " before it is published."));
    }

    static ProblemException faulty(List<Fault> faults) {
        List<Problem.Place> places = faults.stream()
                .map(fault -> new Problem.Place(fault.pointer(), fault.detail()))
                .toList();
        return new ProblemException(Problem.of(
                        "invalid-simulation",
                        "The simulation can not be judged as it is",
                        422,
                        "Mend it at the places named.")
                .at(places));
    }
}
