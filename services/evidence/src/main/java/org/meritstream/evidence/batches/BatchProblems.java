package org.meritstream.evidence.batches;

import org.meritstream.log.http.Problem;

/** What can be wrong with a request about a batch. */
final class BatchProblems {
    private BatchProblems() {}

    static Problem unknown() {
        return Problem.of("unknown-batch", "There is no such batch", 404, "This tenant has none of that id.");
    }

    static Problem approved() {
        return Problem.of(
                "batch-approved",
                "The batch is approved",
                409,
                "What it holds was settled with its approval. Collect another for what still waits.");
    }

    static Problem notInBatch() {
        return Problem.of(
                "not-in-batch", "An award is not in the batch", 404, "The batch does not hold all of these awards.");
    }
}
