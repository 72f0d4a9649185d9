package org.meritstream.issuance.verification;

/** What became of a body that was handed in to be verified. */
sealed interface Answered {

    /** Somebody looked at it. */
    sealed interface Seen extends Answered {}

    /** It was looked into. */
    record Verified(Verification verification) implements Seen {}

    /** It is no credential at all. */
    record Refused(String reason) implements Seen {}

    /** Too many are being verified at this moment. */
    record Busy() implements Answered {}
}
