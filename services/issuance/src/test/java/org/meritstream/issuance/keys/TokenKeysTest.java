package org.meritstream.issuance.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.issuance.keys.KeyHome.Made;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

@SuppressWarnings("NullAway.Init") // Set before all.
class TokenKeysTest extends KeyHomeContract {
    private static final byte[] MESSAGE = {1, 2, 3};

    private static SoftHsm hsm;
    private static TokenLogin login;

    @BeforeAll
    static void plugIn() {
        hsm = SoftHsm.token();
        login = new TokenLogin(asked(hsm.label(), hsm.pinFile(), Duration.ofSeconds(10)));
    }

    @AfterAll
    static void unplug() {
        if (login != null) {
            login.close();
        }
    }

    private static SigningToken asked(String label, Path pinFile, Duration patience) {
        return new SigningToken(hsm.module(), label, pinFile, 4, patience);
    }

    private static KeyHome keys(TokenLogin at) {
        return new TokenKeys(at, asked(hsm.label(), hsm.pinFile(), Duration.ofSeconds(10)), new SecureRandom());
    }

    @Override
    KeyHome home() {
        return keys(login);
    }

    @Override
    KeyHome anotherReplica() {
        login.close();
        return keys(login);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void letsNoPrivateKeyOut(KeyKind kind) {
        Made made = home().make("northgate", kind);

        AttributeVector secret = login.use(token -> {
            long key = token.findObjects(
                            new AttributeVector()
                                    .class_(PKCS11Constants.CKO_PRIVATE_KEY)
                                    .id(made.held()),
                            2)[0];
            return token.getAttrValues(
                    key,
                    PKCS11Constants.CKA_EXTRACTABLE,
                    PKCS11Constants.CKA_NEVER_EXTRACTABLE,
                    PKCS11Constants.CKA_SENSITIVE,
                    PKCS11Constants.CKA_LABEL);
        });

        assertThat(secret.extractable()).isFalse();
        assertThat(secret.neverExtractable()).isTrue();
        assertThat(secret.sensitive()).isTrue();
        assertThat(secret.label()).contains("northgate");
    }

    @Test
    void signsAgainOnceTheTokenIsBack() {
        Made made = home().make("northgate", KeyKind.ED25519);
        Signer signer = home().signer("northgate", made);
        byte[] before = signer.sign(MESSAGE);

        try (SoftHsm.Away away = hsm.away()) {
            assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(KeysUnavailable.class);
            assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(KeysUnavailable.class);
            assertThatThrownBy(() -> home().make("northgate", KeyKind.P256)).isInstanceOf(KeysUnavailable.class);
        }

        assertThat(signer.sign(MESSAGE)).isEqualTo(before);
    }

    @Test
    void signsNothingWithAKeyThatIsGone() {
        Made made = home().make("northgate", KeyKind.ED25519);
        login.use(token -> token.destroyObjects(token.findObjects(new AttributeVector().id(made.held()), 4)));

        assertThatThrownBy(() -> home().signer("northgate", made).sign(MESSAGE))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("0 keys");
    }

    @Test
    void triesARefusedPinOnlyOnce(@TempDir Path folder) {
        Path pinFile = written(folder.resolve("pin"), "not-the-pin");
        login.close();
        try (TokenLogin locked = new TokenLogin(asked(hsm.label(), pinFile, Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> locked.use(token -> token.getTokenId())).hasMessageContaining("PIN_INCORRECT");
            assertThatThrownBy(() -> locked.use(token -> token.getTokenId()))
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessageContaining("not tried again")
                    .hasMessageNotContaining("not-the-pin");

            written(pinFile, readable(hsm.pinFile()));
            String found = locked.use(token -> token.getToken().getTokenInfo().getLabel());
            assertThat(found.strip()).isEqualTo(hsm.label());
        }
    }

    @Test
    void waitsForATokenOfItsLabel() {
        login.close();
        try (TokenLogin elsewhere = new TokenLogin(asked("nowhere", hsm.pinFile(), Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> elsewhere.use(token -> token.getTokenId()))
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessageContaining("0 tokens of this label");
        }
    }

    @Test
    void saysThatTheModuleIsMissing() {
        SigningToken missing =
                new SigningToken(Path.of("/nowhere/pkcs11.so"), hsm.label(), hsm.pinFile(), 4, Duration.ofSeconds(1));

        assertThatThrownBy(() -> new TokenLogin(missing)).hasMessageContaining("signing-token.module");
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readable(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
