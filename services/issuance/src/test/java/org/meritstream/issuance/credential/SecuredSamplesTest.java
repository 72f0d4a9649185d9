package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.proof.JoseSecuring;

/** What others verify is what we make today: all of it that is not random, to the byte. */
class SecuredSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MADE = new SecuredSamples().files();

    @Test
    void givesOthersTheDocumentAndTheProofsOfToday() throws IOException {
        JsonNode kept = JSON.readTree(kept("credential.json"));
        JsonNode made = JSON.readTree(MADE.get("credential.json"));

        assertThat(withoutProof(kept)).isEqualTo(withoutProof(made));
        assertThat(kept.path("proof")).hasSameSizeAs(made.path("proof"));
        assertThat(kept.at("/proof/0")).as("eddsa-rdfc-2022").isEqualTo(made.at("/proof/0"));
        assertThat(kept.at("/proof/3")).as("eddsa-jcs-2022").isEqualTo(made.at("/proof/3"));
    }

    @Test
    void givesOthersTheTokensOfToday() throws IOException {
        assertThat(kept("vc-jwt-eddsa.txt")).isEqualTo(MADE.get("vc-jwt-eddsa.txt"));
        for (String random : new String[] {"vc-jwt-es256.txt", "vc-jwt-rs256.txt"}) {
            assertThat(JoseSecuring.read(kept(random)).credential())
                    .isEqualTo(
                            JoseSecuring.read(String.valueOf(MADE.get(random))).credential());
        }
    }

    @Test
    void givesOthersTheSdJwtsOfToday() throws IOException {
        assertThat(kept("sd-jwt-vc-eddsa.txt")).isEqualTo(MADE.get("sd-jwt-vc-eddsa.txt"));
        assertThat(withoutSignature(kept("sd-jwt-vc-es256.txt")))
                .isEqualTo(withoutSignature(String.valueOf(MADE.get("sd-jwt-vc-es256.txt"))));
        assertThat(kept("type.json")).isEqualTo(MADE.get("type.json"));
    }

    @Test
    void givesOthersTheEndorsementOfToday() throws IOException {
        assertThat(kept("endorsement.json")).isEqualTo(MADE.get("endorsement.json"));
    }

    private static String withoutSignature(String token) {
        String[] parts = token.split("[.~]", 4);
        return parts[1] + "~" + parts[3];
    }

    private static JsonNode withoutProof(JsonNode credential) {
        return ((ObjectNode) credential.deepCopy()).without("proof");
    }

    private static String kept(String name) throws IOException {
        return Files.readString(SecuredSamples.FOLDER.resolve(name)).strip();
    }
}
