package org.meritstream.issuance.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.StaticLogger;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;

/**
 * A login to a token (PKCS #11 3.0), made when it is first needed and anew after every fault: what a module was told before its device went away
 * holds no longer, so the module itself is begun anew, too. Never while somebody is within it, which would be undefined.
 *
 * <p>A PIN that was refused is not tried again until the file holds another: devices lock themselves after a few.
 */
final class TokenLogin implements AutoCloseable {
    private final SigningToken asked;
    private final PKCS11Module module;
    private final ReadWriteLock within = new ReentrantReadWriteLock();
    private @Nullable PKCS11Token open;
    private @Nullable String refusedPin;

    /** @throws UncheckedIOException when the module can not be loaded */
    TokenLogin(SigningToken asked) {
        this.asked = asked;
        StaticLogger.setLogger(new UnloggedWrapper());
        try {
            this.module =
                    PKCS11Module.getInstance(asked.module().toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("meritstream.signing-token.module can not be loaded", e);
        }
    }

    /** What is asked of a token. */
    interface Use<T> {
        T with(PKCS11Token token) throws TokenException;
    }

    /**
     * Asks something of the token.
     *
     * @throws KeysUnavailable when it does not answer; the next to ask logs in anew
     */
    <T> T use(Use<T> use) {
        PKCS11Token token = opened();
        try {
            return within(token, use);
        } catch (TokenException e) {
            forget(token);
            throw new KeysUnavailable("The signing token does not answer: " + reason(e), e);
        }
    }

    private <T> T within(PKCS11Token token, Use<T> use) throws TokenException {
        within.readLock().lock();
        try {
            return use.with(token);
        } finally {
            within.readLock().unlock();
        }
    }

    private PKCS11Token opened() {
        within.writeLock().lock();
        try {
            PKCS11Token token = open;
            if (token == null) {
                token = login();
                open = token;
            }
            return token;
        } catch (TokenException e) {
            stop();
            throw new KeysUnavailable("The signing token can not be opened: " + reason(e), e);
        } finally {
            within.writeLock().unlock();
        }
    }

    private PKCS11Token login() throws TokenException {
        String pin = pin();
        if (pin.equals(refusedPin)) {
            throw new KeysUnavailable("The signing token refused this PIN before; it is not tried again.");
        }
        try {
            module.initialize();
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                throw e;
            }
        }
        try {
            PKCS11Token token = new PKCS11Token(labelled(), false, pin.toCharArray());
            token.setTimeOutWaitNewSession((int) asked.patience().toMillis());
            refusedPin = null;
            return token;
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == PKCS11Constants.CKR_PIN_INCORRECT) {
                refusedPin = pin;
            }
            throw e;
        }
    }

    private Token labelled() throws TokenException {
        List<Token> found = new ArrayList<>();
        for (Slot slot : module.getSlotList(true)) {
            Token token = slot.getToken();
            if (token.getTokenInfo().getLabel().strip().equals(asked.label())) {
                found.add(token);
            }
        }
        if (found.size() != 1) {
            throw new TokenException("there are " + found.size() + " tokens of this label");
        }
        return found.getFirst();
    }

    private String pin() {
        try {
            return Files.readString(asked.pinFile(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new KeysUnavailable("meritstream.signing-token.pin-file can not be read", e);
        }
    }

    private void forget(PKCS11Token token) {
        within.writeLock().lock();
        try {
            if (token.equals(open)) {
                stop();
            }
        } finally {
            within.writeLock().unlock();
        }
    }

    /** Whatever of it still answers. */
    private void stop() {
        PKCS11Token token = open;
        open = null;
        if (token != null) {
            token.closeAllSessions();
        }
        try {
            module.finalize(null);
        } catch (PKCS11Exception e) {
            // It was not begun, or does not answer: either way there is nothing left to end.
        }
    }

    /** Ends it; whoever asks again begins anew. */
    @Override
    public void close() {
        within.writeLock().lock();
        try {
            stop();
        } finally {
            within.writeLock().unlock();
        }
    }

    private static String reason(TokenException e) {
        return e instanceof PKCS11Exception known ? known.getErrorName() : String.valueOf(e.getMessage());
    }
}
