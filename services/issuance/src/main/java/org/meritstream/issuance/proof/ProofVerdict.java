package org.meritstream.issuance.proof;

/** What became of checking a proof, or of all proofs of a document together. */
public sealed interface ProofVerdict {

    /** The proof stands: this key signed exactly this document. */
    record Valid() implements ProofVerdict {}

    /**
     * The proof does not stand.
     *
     * @param reason in words, without a value of the document
     */
    record Invalid(String reason) implements ProofVerdict {}

    /**
     * It could not be checked: its key could not be read. Says nothing for or against the document.
     *
     * @param reason in words
     */
    record Unchecked(String reason) implements ProofVerdict {}
}
