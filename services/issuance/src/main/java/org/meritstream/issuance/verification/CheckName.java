package org.meritstream.issuance.verification;

/** What is checked, in the order in which it is. */
public enum CheckName {
    PARSE("parse", "Document"),
    CONTEXT("context", "Terms"),
    TYPE("type", "Kind"),
    SCHEMA("schema", "Form"),
    ISSUER("issuer", "Issuer"),
    PROOF("proof", "Signature"),
    STATUS("status", "Status"),
    DATES("dates", "Dates"),
    EVIDENCE("evidence", "Evidence");

    private final String code;
    private final String title;

    CheckName(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** For programs; never changes. */
    public String code() {
        return code;
    }

    /** For people. */
    public String title() {
        return title;
    }

    Check valid(String reason) {
        return new Check(this, Check.Result.VALID, reason);
    }

    Check invalid(String reason) {
        return new Check(this, Check.Result.INVALID, reason);
    }

    Check unchecked(String reason) {
        return new Check(this, Check.Result.UNCHECKED, reason);
    }
}
