package org.meritstream.issuance.proof;

import java.util.function.Function;

/**
 * Finds the key that a proof names. Whoever verifies answers from the controller's document, and only for keys that it lists for the purpose of
 * the proof and that belong to whom the document names as its issuer: a signature by a good key of somebody else is worth nothing.
 *
 * <p>Stable: the verifier is built on it.
 */
@FunctionalInterface
public interface KeyLookup {

    /**
     * The key.
     *
     * @param verificationMethod what the proof names: a DID URL or an address; of a JWS its {@code kid}, or its issuer where it names no key
     */
    Answer find(String verificationMethod);

    /** What was found. */
    sealed interface Answer {

        /** This key. */
        record Found(VerificationKey key) implements Answer {}

        /**
         * There is no such key, or it must not sign this.
         *
         * @param reason in words
         */
        record Refused(String reason) implements Answer {}

        /**
         * It could not be found out.
         *
         * @param reason in words
         */
        record Away(String reason) implements Answer {}

        /** The verdict on a proof by this key; where there is none to be had, why. */
        default ProofVerdict verdict(Function<VerificationKey, ProofVerdict> byKey) {
            return switch (this) {
                case Found(VerificationKey key) -> byKey.apply(key);
                case Refused(String reason) -> new ProofVerdict.Invalid(reason);
                case Away(String reason) -> new ProofVerdict.Unchecked(reason);
            };
        }
    }

    /** Answers every question with one key: for whoever knows whose document it is. */
    static KeyLookup always(VerificationKey key) {
        Answer found = new Answer.Found(key);
        return method -> found;
    }
}
