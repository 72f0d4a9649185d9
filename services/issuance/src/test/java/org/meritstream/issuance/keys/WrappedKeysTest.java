package org.meritstream.issuance.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.keys.KeyHome.Made;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.log.KeyWrap;

class WrappedKeysTest extends KeyHomeContract {
    private final KeyHome home = wrapped(new byte[32]);

    private static KeyHome wrapped(byte[] key) {
        SecureRandom random = new SecureRandom();
        return new WrappedKeys(new KeyWrap(key, random), new BouncyCastleEd25519(), random);
    }

    @Override
    KeyHome home() {
        return home;
    }

    @Override
    KeyHome anotherReplica() {
        return wrapped(new byte[32]);
    }

    @Test
    void opensNoKeyOfAnotherTenant() {
        Made made = home.make("northgate", KeyKind.ED25519);

        assertThatThrownBy(() -> home.signer("southgate", made)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void opensNothingUnderAnotherKey() {
        Made made = home.make("northgate", KeyKind.ED25519);
        byte[] another = new byte[32];
        another[0] = 1;

        assertThatThrownBy(() -> wrapped(another).signer("northgate", made)).isInstanceOf(RuntimeException.class);
    }
}
