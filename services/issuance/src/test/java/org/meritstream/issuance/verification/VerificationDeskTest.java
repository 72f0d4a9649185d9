package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.form.PdfStatement;
import org.meritstream.issuance.form.Photographs;
import org.meritstream.issuance.form.Statements;

class VerificationDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final URI PLACE = URI.create("https://other.example/credentials/1?as=pdf");

    @Test
    void saysThatItIsBusyWhereAPictureFindsNoPlace() {
        assertThat(desk(new Published()).verify(Opened.Busy::new, NOW)).isEqualTo(new Answered.Busy());
    }

    @Test
    void hasThePicturesOfABatchWaitForEachOther() {
        Queue<Opened> opened = new ArrayDeque<>(
                List.of(new Opened.Busy(), new Opened.Busy(), Opening.address("https://other.example/credentials/1")));
        BatchItem item = new BatchItem(1, "photo", opened::remove);

        assertThat(desk(new Published()).verifyAll(() -> List.of(item), NOW))
                .hasValueSatisfying(verdicts -> assertThat(verdicts)
                        .singleElement()
                        .extracting(BatchVerdict::reason)
                        .isEqualTo("It could not be read. Its server answers with status 404."));
        assertThat(opened).isEmpty();
    }

    @Test
    void verifiesThePdfAtAnAddress() {
        byte[] pdf = PdfStatement.of(Statements.dataLiteracy(), SignedFixture.credential());

        assertThat(verified(pdf).result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void verifiesTheSignedMessageAtAnAddress() {
        assertThat(verified(SignedFixture.message(SignedFixture.document())).result())
                .isEqualTo(Check.Result.VALID);
    }

    /** One address leads to no other: whoever asks would not know of what the verdict is. */
    @Test
    void followsNoCodeInThePhotographAtAnAddress() {
        byte[] photograph = Photographs.jpeg(Photographs.of(Statements.ADDRESS, 800, 0.9, 0), false);

        assertThat(verified(photograph).reason()).isEqualTo("What is there is no credential, but another address.");
    }

    private static Verification verified(byte[] there) {
        Documents others = Published.byNorthgate();
        Documents documents = (address, wanted) ->
                address.equals(PLACE) ? new Fetched.Found(Buffer.buffer(there)) : others.read(address, wanted);
        Answered answered = desk(documents).verify(() -> new Opened.Address(PLACE), NOW);
        return ((Answered.Verified) answered).verification();
    }

    private static VerificationDesk desk(Documents documents) {
        Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));
        return new VerificationDesk(verifier, documents, VerificationConfigTest.config(Map.of()));
    }
}
