package org.meritstream.issuance.proof;

/** What became of checking a proof. */
public sealed interface ProofVerdict {

    /** The proof stands: this key signed exactly this document. */
    record Valid() implements ProofVerdict {}

    /**
     * The proof does not stand.
     *
     * @param reason in words, without a value of the document
     */
    record Invalid(String reason) implements ProofVerdict {}
}
