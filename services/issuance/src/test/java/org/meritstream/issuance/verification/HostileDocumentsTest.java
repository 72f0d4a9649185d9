package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.status.Bitstring;

/** Written so that whoever verifies them works for long, or keeps much. All fit into a body. */
class HostileDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String DID = "did:web:localhost%3A8080:issuers:northgate";
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void aDocumentOfMoreValuesThanAnybodyMeantIsRefused() {
        String evidence = "{\"type\":[\"VerifiableCredential\",\"AchievementCredential\"],\"evidence\":["
                + "{},".repeat(649_999) + "{}]}";

        assertThat(opened(evidence))
                .isEqualTo(new Opened.Nothing(
                        "It is not JSON, or its objects lie too deep within each other, or are too many."));
    }

    @Test
    void aLearnerRecordOfFiveHundredCredentialsIsNotRefused() {
        ObjectNode record =
                (ObjectNode) Objects.requireNonNull(Opening.tree(Resources.text("/vectors/ob3/clr-simple.json")));
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 500; i++) {
            held.add(Opening.tree(SignedFixture.credential()));
        }

        assertThat(opened(record.toString())).isInstanceOf(Opened.Credential.class);
    }

    /** Both are kept, or rest on what is kept, for ten thousand documents. */
    @Test
    void aVerificationMethodOfTwoMillionLettersIsNotKept() {
        String method = "https://u.example/" + "x".repeat(1_900_000);
        String endless = SignedFixture.credential()
                .replaceFirst("\"verificationMethod\":\"[^\"]*", "\"verificationMethod\":\"" + method);

        assertThat(proof(endless, Published.byNorthgate()).reason())
                .startsWith("The key that signed it is not its issuer's: https://u.example/xxx")
                .hasSizeLessThan(1_000);
    }

    @Test
    void anAddressOfTermsOfAMillionLettersIsNotRepeated() {
        String endless = SignedFixture.credential()
                .replaceFirst("\"@context\":\\[", "\"@context\":[\"https://u.example/" + "x".repeat(1_000_000) + "\",");

        assertThat(verified(endless, Published.byNorthgate()).checks())
                .allSatisfy(check -> assertThat(check.reason()).hasSizeLessThan(1_000));
    }

    /** Each key is written down for what an answer rests on: twenty thousand times two hundred thousand letters. */
    @Test
    void thousandsOfProofsByALongKeyAreRefusedUnread() {
        ObjectNode document = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        ArrayNode proofs = document.putArray("proof");
        for (int i = 0; i < 20_000; i++) {
            proofs.addObject().put("verificationMethod", DID + "#k");
        }
        ObjectNode keys = JsonNodeFactory.instance.objectNode().put("id", DID);
        keys.putArray("verificationMethod").addObject().put("id", "#k").put("note", "x".repeat(200_000));
        keys.putArray("assertionMethod").add("#k");

        assertThat(proof(document.toString(), new Published().with(Published.DID, keys.toString()))
                        .reason())
                .isEqualTo("The document carries more than 16 proofs.");
    }

    /** A list of sixteen kilobytes on the wire was unpacked eight hundred times, to two million bytes each time. */
    @Test
    void aListThatEachOfManyPartsNamesEightTimesIsLookedIntoOnce() {
        Published published = Published.byNorthgate().with(Published.LIST, list(2 << 20));
        NotKept documents = new NotKept(published, new Reading(published, 16, Duration.ofMinutes(1)));

        Verification verification = verifier.verify(VerifierTest.presented(record(100, suspicious())), documents, NOW);

        assertThat(published.read())
                .filteredOn(URI.create(Published.LIST)::equals)
                .hasSize(1);
        assertThat(verification.parts())
                .hasSize(100)
                .allSatisfy(part -> assertThat(
                                VerifierTest.check(part, CheckName.STATUS).reason())
                        .isEqualTo("Its issuer has not revoked it."));
    }

    /** Reads anew whatever is asked for, so that each look is seen. */
    private record NotKept(Documents source, Documents making) implements Documents {
        @Override
        public Fetched read(URI address, Wanted wanted) {
            return source.read(address, wanted);
        }

        @Override
        public <T> T once(Object key, Class<T> kind, Supplier<T> make) {
            return making.once(key, kind, make);
        }
    }

    @Test
    void aListOfMoreEntriesThanAnybodyKeepsIsNotUnpacked() {
        Published published = Published.byNorthgate().with(Published.LIST, list((2 << 20) + 1));

        assertThat(VerifierTest.check(read(SignedFixture.credential(), published), CheckName.STATUS)
                        .reason())
                .isEqualTo("The list of revocations could not be understood.");
    }

    /** Each of them was read to the end and digested. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneFileThatIsNamedTensOfThousandsOfTimesIsNotComparedAsOften() {
        ObjectNode document = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        ArrayNode evidence = document.putArray("evidence");
        for (int i = 0; i < 12_000; i++) {
            evidence.addObject()
                    .put("id", "https://u.example/work")
                    .put("digestSRI", "sha512-" + "A".repeat(80) + String.format("%06d==", i));
        }
        Published published = new Published().with("https://u.example/work", "x".repeat(2_000_000));

        assertThat(VerifierTest.check(read(document.toString(), published), CheckName.EVIDENCE)
                        .result())
                .isNotEqualTo(Check.Result.VALID);
    }

    @Test
    void aListOfKeysThatIsLongerThanAnyIsNotUnderstood() {
        String keys = IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(SignedFixture.MULTIKEY)))
                .replaceFirst("\\{", "{\"note\":\"" + "x".repeat(300_000) + "\",");

        assertThat(VerifierTest.check(
                                read(SignedFixture.credential(), new Published().with(Published.DID, keys)),
                                CheckName.ISSUER)
                        .reason())
                .isEqualTo("The issuer's list of keys could not be understood.");
    }

    /** A list of so many bytes, which pack to a thousandth. */
    private static String list(int bytes) {
        String list = SignedFixture.statusList();
        String unsigned = list.substring(0, list.indexOf(",\"proof\"")) + "}";
        return SignedFixture.sign(unsigned.replaceFirst(
                "\"encodedList\":\"[^\"]*",
                "\"encodedList\":\"" + Bitstring.of(new byte[bytes]).encoded()));
    }

    /** One that names its list as often as is looked into. */
    private static JsonNode suspicious() {
        ObjectNode credential = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        JsonNode entry = credential.path("credentialStatus");
        ArrayNode entries = credential.putArray("credentialStatus");
        for (int i = 0; i < 8; i++) {
            entries.add(entry);
        }
        return credential;
    }

    private static String record(int many, JsonNode held) {
        ObjectNode record = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        ArrayNode all = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < many; i++) {
            all.add(held);
        }
        return record.toString();
    }

    private Verification read(String credential, Published published) {
        return verifier.verify(
                VerifierTest.presented(credential), new Reading(published, 16, Duration.ofMinutes(1)), NOW);
    }

    static Stream<Named<UnaryOperator<String>>> hardDocuments() {
        return Stream.of(
                named(
                        "thousands of values of one property, each compared with the others",
                        with("\"evidence\":[" + "{\"type\":[\"Evidence\"]},".repeat(30_000)
                                + "{\"type\":[\"Evidence\"]}],")),
                named(
                        "the same in many places that speak of one node",
                        with("\"evidence\":["
                                + IntStream.range(0, 15_000)
                                        .mapToObj(i ->
                                                "{\"id\":\"urn:x\",\"type\":[\"Evidence\"],\"name\":\"" + i + "\"}")
                                        .collect(Collectors.joining(","))
                                + "],")),
                named(
                        "a context in thousands of places, each looked into",
                        with("\"evidence\":["
                                + ("{\"@context\":\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\","
                                                + "\"type\":[\"Evidence\"]},")
                                        .repeat(20_000)
                                + "{\"type\":[\"Evidence\"]}],")),
                named(
                        "terms that are each defined by the next",
                        document -> document.replaceFirst(
                                "(\"@context\":\\[\"https://www.w3.org/ns/credentials/v2\",)",
                                "$1{"
                                        + IntStream.range(0, 20_000)
                                                .mapToObj(i -> "\"t" + i + "\":\"t" + (i + 1) + ":a\"")
                                                .collect(Collectors.joining(","))
                                        + ",\"t20000\":\"urn:a\"},")));
    }

    @ParameterizedTest
    @MethodSource("hardDocuments")
    @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatTheProcessorWouldTakeMinutesForIsNotChecked(UnaryOperator<String> change) {
        String hard = change.apply(SignedFixture.credential());

        assertThat(proof(hard, Published.byNorthgate()))
                .isEqualTo(CheckName.PROOF.unchecked(
                        "The document is too hard to check within the time that one may take."));
    }

    private static UnaryOperator<String> with(String member) {
        return document -> document.replaceFirst("\\{", "{" + member);
    }

    private static Opened opened(String text) {
        return Opening.open(text.getBytes(StandardCharsets.UTF_8));
    }

    private Check proof(String credential, Published published) {
        return VerifierTest.check(verified(credential, published), CheckName.PROOF);
    }

    private Verification verified(String credential, Published published) {
        return verifier.verify(VerifierTest.presented(credential), published, NOW);
    }
}
