package org.meritstream.assessment.intake;

/** Ends the handling of a delivery with a refusal; thrown and caught only within the edge. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal, String detail) {
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
