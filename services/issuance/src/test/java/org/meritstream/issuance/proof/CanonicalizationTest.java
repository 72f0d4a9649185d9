package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** Safe mode: what JSON-LD would drop without a word is an error. */
class CanonicalizationTest {
    private static final Canonicalization CANONICALIZATION = new Canonicalization(Contexts.carried());

    @Test
    void coversEveryWordOfACredential() {
        String canonical =
                new String(CANONICALIZATION.canonical(json(SignedFixture.document())), StandardCharsets.UTF_8);

        assertThat(canonical)
                .contains("Amina Yilmaz", "94567", "87.5", "EQF 6", "ESCOSkill", "f00dfeed")
                .contains(
                        "#ects> \"3.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                        "#eqfLevel> \"6\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                        "#supervision> \"Supervised on campus, identity checked\"");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        "name":"Data Literacy"        | "name":"Data Literacy","house":"Ravenclaw"   | refuses an undefined term
        "AchievementCredential"       | "AchievementCredential","Ravenclaw"          | refuses an undefined type
        "id":"http://localhost:8080/credentials/ | "id":"credentials/               | refuses a relative id
        "name":"Data Literacy" | "name":{"@value":"Data Literacy","@language":"no tag"} | refuses a language that is none
        "name":"Data Literacy" | "name":"Data Literacy","_:house":"Ravenclaw" | refuses a property without a name
        "name":"Data Literacy" | "name":"Data Literacy","http//x:1":"Ravenclaw" | refuses a property that is no address
        "id":"http://localhost:8080/credentials/0199b0c0-0000-8000-8000-00000000c001" | "id":"_:" | refuses a blank node that is none
        "id":"http://localhost:8080/credentials/ | "id":"http//localhost:8080/credentials/ | refuses an id whose only colon is that of a port
        https://purl.imsglobal.org/spec/ob/v3p0/extensions.json | https://example.org/ctx | refuses a context that is not carried
        /contexts/recognition/a8c7   | /contexts/recognition/b8c7                   | refuses recognition data under terms nobody knows
        "supervision":               | "oversight":                                  | refuses recognition data that have no term
        "validFrom":                  | "@context":{"validFrom":"urn:x"},"validFrom": | refuses a second context
        """)
    void refuses(String part, String replacement, String why) {
        String document = SignedFixture.document();
        assertThat(document).as(why).contains(part);

        assertThatThrownBy(() -> CANONICALIZATION.canonical(json(document.replace(part, replacement))))
                .as(why)
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void writesProofConfigurationsDirectlyAsTheFullPassDoesUnderOurContexts() {
        ProofOptions options = new ProofOptions(
                Instant.parse("2026-11-20T10:15:31Z"), "did:web:localhost%3A8080:issuers:northgate#z6MkTest");
        String configuration = options.json("z0", JsonValue.NULL).replace(",\"proofValue\":\"z0\"", "");
        String inContext = configuration.replaceFirst(
                "\\{",
                "{\"@context\":[\"" + Contexts.CREDENTIALS_V2 + "\",\"" + Contexts.OPEN_BADGES + "\",\""
                        + Contexts.OPEN_BADGES_EXTENSIONS + "\"],");

        assertThat(options.canonical()).isEqualTo(CANONICALIZATION.canonical(json(inContext)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vectors/ob3/simple.json",
                "/fixtures/unsigned-credential.json",
                "/vectors/di-eddsa/unsigned.json",
                "/vectors/di-eddsa/eddsa-rdfc-2022/proofConfigDataInt.json"
            })
    void canonicalizesWithContextsProcessedOnceAsInFull(String name) {
        Canonicalization canonicalization = new Canonicalization(Contexts.carried()
                .with("https://www.w3.org/ns/credentials/examples/v2", "/contexts/examples-v2.jsonld"));
        JsonObject document = json(Resources.text(name));

        assertThat(canonicalization.canonical(document)).isEqualTo(canonicalization.canonicalInFull(document));
        assertThat(canonicalization.canonical(document)).isEqualTo(canonicalization.canonicalInFull(document));
    }

    @Test
    void gaveUpOnNothingThatItShouldSign() {
        assertThat(SignedFixture.SUITE.verify(SignedFixture.credential(), Multikey.publicKey(SignedFixture.MULTIKEY)))
                .isEqualTo(new ProofVerdict.Valid());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
