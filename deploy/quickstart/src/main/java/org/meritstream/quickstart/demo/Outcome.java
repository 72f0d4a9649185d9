package org.meritstream.quickstart.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a delivery.
 *
 * @param id of the delivery; {@code -} when it was refused
 * @param state mapped, ignored, parked, duplicate or refused
 * @param learners ids of the learners that its events are about
 * @param credentials that resulted from it
 * @param explanations of the evaluations that it led to, in words
 */
record Outcome(
        String id,
        String state,
        String reason,
        List<String> learners,
        List<Credential> credentials,
        List<String> explanations) {

    /**
     * A credential with the learner's claim link.
     *
     * @param id of the credential
     */
    record Credential(String id, String address, String claim) {}

    static Outcome refused(String reason) {
        return new Outcome("-", "refused", reason, List.of(), List.of(), List.of());
    }

    /** The lines that a script reads. */
    List<String> lines() {
        Stream<String> issued = credentials.stream()
                .flatMap(credential -> Stream.of("credential " + credential.address(), "claim " + credential.claim()));
        return Stream.concat(Stream.of("delivery " + id + " " + state + " " + reason), issued)
                .toList();
    }
}
