package org.meritstream.evidence.moves;

import org.meritstream.evidence.moves.BeginMoveDecision.Beginning;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.http.Problem;

/** What can be wrong with a request to move learners. */
final class MoveProblems {
    private MoveProblems() {}

    static Problem unknown() {
        return Problem.of("unknown-move", "There is no such move", 404, "No move of this achievement has that id.");
    }

    static Problem unknownVersion(int version) {
        return Problem.of(
                "unknown-version", "There is no such version", 404, "The achievement has no version " + version + ".");
    }

    static Problem sameVersion() {
        return Problem.of(
                "same-version",
                "Both versions are the same",
                422,
                "Learners are moved to a later version than theirs.");
    }

    static Problem olderVersion() {
        return Problem.of(
                "older-version",
                "Nobody is moved to an older version",
                422,
                "Publish what was better in the older version as the next one, and move learners there.");
    }

    static Problem retired() {
        return Problem.of(
                "retired-version",
                "The version is retired",
                409,
                "Nobody earns it any more, so nobody is moved there. Publish the next version, and move learners there.");
    }

    static Problem underWay(Move other) {
        return Problem.of(
                "move-under-way",
                "Learners are being moved from that version",
                409,
                "See " + other.address() + "; ask again when it is done.");
    }

    /** Why they are not moved. */
    static Problem of(Beginning refused) {
        return switch (refused) {
            case Beginning.UnknownAchievement unknown -> RequestProblems.unknownAchievement();
            case Beginning.UnknownVersion unknown -> unknownVersion(unknown.version());
            case Beginning.SameVersion same -> sameVersion();
            case Beginning.OlderVersion older -> olderVersion();
            case Beginning.Retired retired -> retired();
            case Beginning.UnderWay other -> underWay(other.other());
            case Beginning.Begin begin -> throw new IllegalStateException("Nothing is wrong with what begins");
        };
    }
}
