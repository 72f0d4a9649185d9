package org.meritstream.evidence.artifacts;

import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What can be wrong with a request about a piece of work. */
final class ArtifactProblems {
    private ArtifactProblems() {}

    static ProblemException noStorage() {
        return of(
                "no-storage",
                "Uploads are not taken here",
                503,
                "No place to keep files is configured. Hand in a link, or in the learning platform.");
    }

    static ProblemException storageAway() {
        return of("storage-unavailable", "The storage does not answer", 503, "Nothing was kept. Try again in a while.");
    }

    static ProblemException busy() {
        return of("too-many-uploads", "Too many files arrive at once", 503, "Try again in a minute.");
    }

    static ProblemException tooLarge(long largest) {
        return of(
                "file-too-large",
                "The file is too large",
                413,
                "At most " + largest + " bytes are taken. Hand in a smaller file, or a link to it.");
    }

    static ProblemException empty() {
        return of("file-empty", "The file is empty", 422, "It has no bytes. Look whether it was saved.");
    }

    static ProblemException otherDigest() {
        return of(
                "digest-differs",
                "The file is not what was announced",
                422,
                "What arrived has another SHA-256 than Content-Digest says. Send it again.");
    }

    static ProblemException malformedDigest() {
        return of(
                "malformed-digest",
                "The digest is not as it should be",
                400,
                "Content-Digest has the form sha-256=:<base64>: (RFC 9530).");
    }

    static ProblemException incomplete() {
        return of("file-incomplete", "The file did not arrive whole", 400, "Nothing was kept. Send it again.");
    }

    static ProblemException quota(long perLearner) {
        return of(
                "quota-exhausted",
                "No more room",
                413,
                "One learner may have at most " + perLearner
                        + " bytes here. What was not handed in is removed after some hours.");
    }

    static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(RequestProblems.malformed(pointer, detail));
    }

    static ProblemException unknownUpload() {
        return of(
                "unknown-upload", "There is no such upload", 404, "It may be removed already. Upload the file again.");
    }

    static ProblemException usedUpload() {
        return of(
                "upload-used",
                "The upload was handed in for something else",
                409,
                "Upload the file again to hand it in for this as well.");
    }

    static ProblemException unknown() {
        return of("unknown-artifact", "There is no such piece of work", 404, "None that you may see has that id.");
    }

    static ProblemException gone() {
        return of("file-gone", "The file is gone", 410, "It was not taken, so it is kept no longer.");
    }

    private static ProblemException of(String kind, String title, int status, String detail) {
        return new ProblemException(Problem.of(kind, title, status, detail));
    }
}
