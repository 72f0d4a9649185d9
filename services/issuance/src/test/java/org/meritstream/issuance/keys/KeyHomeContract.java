package org.meritstream.issuance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.issuance.keys.KeyHome.Made;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;

/** What every home of keys must do. Signatures are checked by none of them. */
abstract class KeyHomeContract {
    private static final byte[] MESSAGE = "That she was here".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANOTHER = "That he was here".getBytes(StandardCharsets.UTF_8);

    private final Signatures signatures = new Signatures(new BouncyCastleEd25519());

    abstract KeyHome home();

    /** The same keys, as another replica has them. */
    abstract KeyHome anotherReplica();

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void signsWithWhatItMade(KeyKind kind) {
        Made made = home().make("northgate", kind);

        byte[] signature = home().signer("northgate", made).sign(MESSAGE);

        assertThat(made.key().kind()).isEqualTo(kind);
        assertThat(signatures.verify(made.key(), MESSAGE, signature)).isTrue();
        assertThat(signatures.verify(made.key(), ANOTHER, signature)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void findsItAgainElsewhere(KeyKind kind) {
        Made made = home().make("northgate", kind);

        byte[] signature = anotherReplica().signer("northgate", made).sign(MESSAGE);

        assertThat(signatures.verify(made.key(), MESSAGE, signature)).isTrue();
    }

    @Test
    void makesAnotherKeyEachTime() {
        Made first = home().make("northgate", KeyKind.ED25519);
        Made second = home().make("southgate", KeyKind.ED25519);

        byte[] signature = home().signer("southgate", second).sign(MESSAGE);

        assertThat(first.key()).isNotEqualTo(second.key());
        assertThat(signatures.verify(first.key(), MESSAGE, signature)).isFalse();
        assertThat(signatures.verify(second.key(), MESSAGE, signature)).isTrue();
    }

    @Test
    void storesNoPrivateKeyAsItIs() {
        Made made = home().make("northgate", KeyKind.P256);

        assertThat(new String(made.held(), StandardCharsets.ISO_8859_1))
                .as("what every PKCS #8 encoding of such a key has within: its curve's name")
                .doesNotContain("*\u0086H\u00ce=\u0003\u0001\u0007");
        assertThat(VerificationKey.ofMultikey(made.key().multikey())).isEqualTo(made.key());
    }

    @Test
    void signsForManyAtOnce() throws Exception {
        Made made = home().make("northgate", KeyKind.ED25519);
        Signer signer = home().signer("northgate", made);
        List<byte[]> messages = IntStream.range(0, 200)
                .mapToObj(n -> ("message " + n).getBytes(StandardCharsets.UTF_8))
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Future<byte[]>> signed = messages.stream()
                    .map(message -> pool.submit(() -> signer.sign(message)))
                    .toList();

            for (int n = 0; n < messages.size(); n++) {
                assertThat(signatures.verify(
                                made.key(), messages.get(n), signed.get(n).get()))
                        .isTrue();
            }
        }
    }
}
