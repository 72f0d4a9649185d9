package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** 1EdTech's own samples ({@code vectors/SOURCES.md}), with the documents of their issuers as the web would have them. */
class OfficialSamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @ParameterizedTest
    @CsvSource({"simple.json", "endorsement-valid.json", "simple-json.svg", "clr-simple.json"})
    void verifies(String sample) throws IOException {
        Verification verification = verify(sample);

        assertThat(verification.checks())
                .filteredOn(check -> check.result() != Check.Result.VALID)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "simple-err-expired.json, DATES",
        "simple-err-issuer.json, ISSUER",
        "simple-err-proof-value.json, PROOF",
        "simple-err-type.json, PROOF",
        "simple-noproof.json, PROOF"
    })
    void refuses(String sample, CheckName because) throws IOException {
        Verification verification = verify(sample);

        assertThat(VerifierTest.result(verification, because)).isEqualTo(Check.Result.INVALID);
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void looksIntoWhatALearnerRecordHolds() throws IOException {
        Verification verification = verify("clr-simple.json");

        assertThat(verification.parts())
                .hasSize(1)
                .allSatisfy(part -> assertThat(part.result()).isNotEqualTo(Check.Result.INVALID));
    }

    /**
     * It is in the form of Data Model 1.1: terms of a context that is not carried, proofs of Ed25519Signature2020, an issuer that is known by a {@code
     * urn:uuid:} alone. So its kind, its dates and what it holds are read, and whether anybody signed it can not be told, and is not.
     */
    @Test
    void readsALearnerRecordOfTheModelOfBeforeAndVouchesForNothingInIt() throws IOException {
        Verification verification = verify("clr-complex.json");

        assertThat(VerifierTest.result(verification, CheckName.TYPE)).isEqualTo(Check.Result.VALID);
        assertThat(VerifierTest.result(verification, CheckName.DATES)).isEqualTo(Check.Result.VALID);
        assertThat(VerifierTest.result(verification, CheckName.CONTEXT)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(VerifierTest.result(verification, CheckName.PROOF)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.claimed().name()).isEqualTo("Ellis Monday");
        assertThat(verification.parts())
                .hasSize(6)
                .allSatisfy(part -> assertThat(part.result()).isNotEqualTo(Check.Result.VALID));
    }

    /** Its list of revocations is not at hand, and an endorsement in it has a misspelt suite. Several equal proofs lie within it, which are alike nodes. */
    @Test
    void tellsTheWholeFromItsParts() throws IOException {
        Verification verification = verify("complete.json");

        assertThat(VerifierTest.result(verification, CheckName.PROOF)).isEqualTo(Check.Result.VALID);
        assertThat(VerifierTest.result(verification, CheckName.STATUS)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.parts()).isNotEmpty();
    }

    @Test
    void doesNotTakeAKeyInAnAddressForTheIssuers() throws IOException {
        Published nowhere = new Published();

        Verification verification = verifier.verify(presented("simple.json"), nowhere, NOW);

        assertThat(VerifierTest.result(verification, CheckName.PROOF)).isEqualTo(Check.Result.UNCHECKED);
    }

    private Verification verify(String sample) throws IOException {
        return verifier.verify(presented(sample), Published.bySampleIssuers(), NOW);
    }

    private static Presented presented(String sample) throws IOException {
        return ((Opened.Credential) Opening.open(bytes(sample))).presented();
    }

    static byte[] bytes(String sample) throws IOException {
        try (InputStream in = Resources.class.getResourceAsStream("/vectors/ob3/" + sample)) {
            return in == null ? sample.getBytes(StandardCharsets.UTF_8) : in.readAllBytes();
        }
    }
}
