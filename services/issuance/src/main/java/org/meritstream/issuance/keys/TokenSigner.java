package org.meritstream.issuance.keys;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.TokenException;

/** Signs with one key of a token, a few at a time: a device that is asked by everybody at once serves nobody. */
final class TokenSigner implements Signer {
    private final TokenLogin login;
    private final SigningToken limits;
    private final TokenAlgorithm algorithm;
    private final byte[] id;
    private final Semaphore turns;
    private volatile @Nullable Known known;

    TokenSigner(TokenLogin login, SigningToken limits, KeyKind kind, byte[] id) {
        this.login = login;
        this.limits = limits;
        this.algorithm = TokenAlgorithm.of(kind);
        this.id = id.clone();
        this.turns = new Semaphore(limits.atOncePerKey(), true);
    }

    /** A handle is good for the login that it was found in. */
    private record Known(PKCS11Token token, long handle) {}

    @Override
    public byte[] sign(byte[] message) {
        byte[] bytes = algorithm.toBeSigned(message);
        waitForATurn();
        try {
            return login.use(token -> token.sign(algorithm.signing(), handle(token), bytes));
        } finally {
            turns.release();
        }
    }

    private long handle(PKCS11Token token) throws TokenException {
        Known before = known;
        if (before != null && before.token().equals(token)) {
            return before.handle();
        }
        long[] found = token.findObjects(
                new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY).id(id), 2);
        if (found.length != 1) {
            throw new TokenException("it has " + found.length + " keys of this id");
        }
        known = new Known(token, found[0]);
        return found[0];
    }

    private void waitForATurn() {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeysUnavailable("The signing token is too slow: no turn came.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailable("Stopped while waiting for the signing token", e);
        }
    }
}
