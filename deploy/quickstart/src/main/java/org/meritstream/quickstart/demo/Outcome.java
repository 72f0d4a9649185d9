package org.meritstream.quickstart.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a delivery.
 *
 * @param id of the delivery; {@code -} when it was refused
 * @param state mapped, ignored, parked, duplicate or refused
 * @param learners ids of the learners that its events are about
 * @param found what it led to in the other services
 */
record Outcome(String id, String state, String reason, List<String> learners, Consequences.Found found) {

    /**
     * A credential with the learner's claim link.
     *
     * @param id of the credential
     */
    record Credential(String id, String address, String claim) {}

    static Outcome refused(String reason) {
        return new Outcome("-", "refused", reason, List.of(), Consequences.NONE);
    }

    /** The credentials that resulted from it. */
    List<Credential> credentials() {
        return found.credentials();
    }

    /** The evaluations that it led to, in words. */
    List<String> explanations() {
        return found.explanations();
    }

    /** Whether it became facts that changed nothing, or nothing yet. */
    boolean cameToNothing() {
        return state.equals("mapped") && found.dossiers() == 0;
    }

    /** The lines that a script reads. */
    List<String> lines() {
        Stream<String> issued = credentials().stream()
                .flatMap(credential -> Stream.of("credential " + credential.address(), "claim " + credential.claim()));
        return Stream.concat(Stream.of("delivery " + id + " " + state + " " + reason), issued)
                .toList();
    }
}
