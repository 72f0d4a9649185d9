package org.meritstream.evidence.reviews;

import org.meritstream.log.http.Problem;

/** What can be wrong with a request about a review. */
final class ReviewProblems {
    private ReviewProblems() {}

    static Problem unknown() {
        return Problem.of("unknown-review", "There is no such review", 404, "No review of this tenant has that id.");
    }

    static Problem notReviewed() {
        return Problem.of(
                "not-reviewed", "Nobody reviews this criterion", 422, "No rule of the criterion asks for a reviewer.");
    }

    static Problem handIn() {
        return Problem.of(
                "hand-in",
                "Something has to be handed in",
                422,
                "The criterion asks for work. Reviewers are asked as soon as it is handed in.");
    }

    static Problem met() {
        return Problem.of("met-already", "The criterion is met", 409, "What is met is not judged again.");
    }

    static Problem noAttempt() {
        return Problem.of(
                "no-attempt",
                "No further try is taken now",
                409,
                "The policy of the achievement takes none now. How many are left, and from when, stands in the dossier.");
    }

    static Problem ownWork() {
        return Problem.of(
                "own-work",
                "Nobody judges their own work",
                403,
                "The work is your own. Somebody else will look at it.");
    }

    static Problem decidedBefore() {
        return Problem.of(
                "decided-before",
                "You have decided on this try",
                403,
                "Another person has to take this place: you took part in the decision already.");
    }

    static Problem decidedMeanwhile() {
        return Problem.of(
                "decided-meanwhile",
                "Somebody else decided meanwhile",
                409,
                "The review was decided before your decision came. What you wrote is kept with the review.");
    }

    static Problem notWanted() {
        return Problem.of(
                "not-wanted",
                "The review is not wanted any more",
                409,
                "The work was withdrawn or replaced, or the criterion is met. What you wrote is kept with the review.");
    }

    static Problem noVerdict() {
        return Problem.of(
                "no-verdict",
                "The decision is no verdict of this criterion",
                422,
                "Give a level of the criterion's rubric, or passed where it has none, or stands for a finding of misconduct.");
    }

    static Problem claimed() {
        return Problem.of(
                "claimed",
                "Somebody else has taken the review on",
                409,
                "It is free again when they release it or their time is over.");
    }

    static Problem notYourRole() {
        return Problem.of(
                "not-a-moderator",
                "A moderator has to take this place",
                403,
                "What reviewers disagree about, and appeals, are for the role moderator.");
    }
}
