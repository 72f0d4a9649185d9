package org.meritstream.issuance.conformance;

/**
 * One thing that is wrong.
 *
 * @param detail in words, without a value of the document
 */
record Fault(FaultType type, String detail) {

    static Fault malformed(String detail) {
        return new Fault(FaultType.MALFORMED_VALUE_ERROR, detail);
    }

    static Fault unreadable(String detail) {
        return new Fault(FaultType.PARSING_ERROR, detail);
    }
}
