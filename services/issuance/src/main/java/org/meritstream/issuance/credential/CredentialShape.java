package org.meritstream.issuance.credential;

import java.util.List;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.issuer.Issuer;

/**
 * What credentials of one template have in common: everything that a credential's document says but the values of {@link
 * CredentialComposition}.
 *
 * @param address of the achievement version
 * @param named whether the subject has an id
 * @param mailed whether the holder's e-mail is stated, hashed
 * @param ends whether its validity does
 * @param results in the order of the award's
 * @param evidence the credentials first, then the works
 * @param statusList id of the list with its entry
 * @param suspendable whether it has an entry for suspensions, too
 */
record CredentialShape(
        Issuer issuer,
        Achievement achievement,
        String address,
        int version,
        boolean named,
        boolean mailed,
        boolean ends,
        List<Result> results,
        List<Support> evidence,
        String statusList,
        boolean suspendable) {

    /**
     * A criterion's result.
     *
     * @param description its address
     * @param levelled whether it states the level that was reached
     */
    record Result(String description, boolean levelled) {}

    /** What the award rests on. */
    sealed interface Support {

        /**
         * Another credential.
         *
         * @param achievement what it is for
         */
        record Component(String achievement) implements Support {}

        /**
         * A piece of work.
         *
         * @param artifact what it is
         */
        record Work(String artifact, String mediaType) implements Support {}
    }
}
