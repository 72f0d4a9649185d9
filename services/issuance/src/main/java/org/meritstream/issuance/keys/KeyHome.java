package org.meritstream.issuance.keys;

import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;

/** Where private keys live: they are made there and sign there. Every home passes the same contract test. Safe to share between threads. */
interface KeyHome {

    /** Which one it is. */
    enum Kind {
        /** In the database, wrapped under a key from a file. */
        WRAPPED,

        /** In a PKCS #11 token, which they never leave. */
        TOKEN
    }

    /**
     * A key that was just made.
     *
     * @param held what this home finds it by, to be stored beside the public part
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(VerificationKey key, byte[] held) {}

    /** Which one this is. */
    Kind kind();

    /**
     * Makes a key that nobody has had before.
     *
     * @throws KeysUnavailable when the home does not answer
     */
    Made make(String tenant, KeyKind kind);

    /** A signer with a key that was made here. It throws {@link KeysUnavailable} while the home does not answer. */
    Signer signer(String tenant, Made key);
}
