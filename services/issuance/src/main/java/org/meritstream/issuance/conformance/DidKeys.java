package org.meritstream.issuance.conformance;

import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * The key of a presentation's holder, who is known by {@code did:key}: its one key is for authentication as for everything else (did:key method
 * 0.9, section 3.1).
 *
 * @param holder whose key it has to be; null where the presentation names nobody
 */
record DidKeys(@Nullable String holder) implements KeyLookup {
    static final String PREFIX = "did:key:";

    @Override
    public Answer find(String method) {
        int fragment = method.indexOf('#');
        if (!method.startsWith(PREFIX) || fragment < 0) {
            return new Answer.Refused("The key of the proof is not one of a did:key.");
        }
        String controller = method.substring(0, fragment);
        String multikey = method.substring(fragment + 1);
        if (!controller.equals(PREFIX + multikey) || (holder != null && !holder.equals(controller))) {
            return new Answer.Refused("The key of the proof is not its holder's.");
        }
        try {
            return new Answer.Found(VerificationKey.ofMultikey(multikey));
        } catch (IllegalArgumentException e) {
            return new Answer.Refused("The key of the proof is none.");
        }
    }
}
