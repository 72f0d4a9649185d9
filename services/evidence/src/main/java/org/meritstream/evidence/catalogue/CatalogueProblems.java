package org.meritstream.evidence.catalogue;

import java.util.List;
import org.meritstream.events.MalformedEvent;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What can be wrong with a request to the catalogue. */
final class CatalogueProblems {
    private CatalogueProblems() {}

    static ProblemException unknown() {
        return new ProblemException(neverPublished());
    }

    static Problem neverPublished() {
        return Problem.of(
                "unknown-achievement",
                "There is no such achievement",
                404,
                "No achievement of this tenant has that id.");
    }

    static ProblemException malformedPublication() {
        return new ProblemException(Problem.of(
                "malformed-publication",
                "The body does not say how to publish",
                400,
                "It is empty, or an object with retroactive: true or false."));
    }

    static ProblemException malformedSeconds(int most) {
        return new ProblemException(Problem.of(
                "malformed-parameter",
                "A parameter is not as it should be",
                400,
                "The parameter seconds is between 0 and " + most + "."));
    }

    static Problem notNewest(int newest) {
        return Problem.of(
                "version-not-newest",
                "A newer version was published meanwhile",
                409,
                "The newest version is " + newest + ". Look at it, and retire the achievement again.");
    }

    static ProblemException taken() {
        return new ProblemException(Problem.of(
                "achievement-exists",
                "There is an achievement with this id",
                409,
                "Choose another id, or replace the draft with PUT."));
    }

    static ProblemException changedMeanwhile() {
        return new ProblemException(Problem.of(
                "draft-changed",
                "The draft was changed meanwhile",
                412,
                "Read it again, take over what the other author did, and send it with the new entity tag."));
    }

    /**
     * The reason and the place of a malformed event hold no value of the record.
     *
     * @param above what the pointer to the place starts with and the author did not send
     */
    static ProblemException malformed(MalformedEvent fault, String above) {
        Problem problem = Problem.of(
                "malformed-achievement",
                "The body is not an achievement",
                400,
                String.valueOf(fault.getMessage()) + "; see schema achievement in the API description.");
        return new ProblemException(
                fault.place().startsWith(above)
                        ? problem.at(List.of(new Problem.Place(
                                fault.place().substring(above.length()), "is not what the schema asks for")))
                        : problem);
    }

    /** What can not be searched for, parameter by parameter. */
    static Problem malformedSearch(List<CatalogueQuery.Fault> faults) {
        Words words = Words.in("en");
        return Problem.of("malformed-search", "This can not be searched for", 400, "Look at the parameters named.")
                .at(faults.stream()
                        .map(fault -> new Problem.Place(fault.parameter(), words.say(fault.should())))
                        .toList());
    }

    static Problem notNext(int next) {
        return Problem.of(
                "version-not-next",
                "Versions follow each other",
                409,
                "The next version is " + next + ". Somebody may have published meanwhile; look, and publish again.");
    }

    static Problem faulty(List<PublishDecision.Fault> faults) {
        List<Problem.Place> places = faults.stream()
                .map(fault -> new Problem.Place(fault.pointer(), fault.detail()))
                .toList();
        return Problem.of(
                        "invalid-achievement",
                        "The achievement can not be published as it is",
                        422,
                        "Mend the draft at the places named, and publish again.")
                .at(places);
    }
}
