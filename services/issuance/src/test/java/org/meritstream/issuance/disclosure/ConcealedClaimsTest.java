package org.meritstream.issuance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;

class ConcealedClaimsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final AtomicInteger salts = new AtomicInteger();
    private final ConcealedClaims claims = new ConcealedClaims(() -> "salt-" + salts.incrementAndGet());

    @Test
    void hidesEachClaimUntilItIsDisclosed() throws JsonProcessingException {
        claims.open("iss", JSON.textNode("did:example:u"));
        claims.concealed("name", JSON.textNode("Łucja “Ō”"));
        claims.concealedEach("results", List.of(JSON.textNode("one"), JSON.textNode("two")));

        JsonNode signed = EventFormat.JSON.readTree(claims.signed(3));
        List<String> disclosures = SdJwt.of(claims.token("j.w.t")).disclosures();

        assertThat(signed.toString()).contains("did:example:u").doesNotContain("name", "results", "one");
        assertThat(RevealedClaims.of(signed, disclosures).toString())
                .contains("\"iss\":\"did:example:u\"", "\"name\":\"Łucja “Ō”\"", "\"results\":[\"one\",\"two\"]");
        assertThat(RevealedClaims.of(signed, disclosures.subList(0, 1)).toString())
                .isEqualTo("{\"iss\":\"did:example:u\",\"name\":\"Łucja “Ō”\"}");
        assertThat(RevealedClaims.of(signed, List.of(disclosures.get(1), disclosures.get(3)))
                        .toString())
                .isEqualTo("{\"iss\":\"did:example:u\",\"results\":[\"two\"]}");
    }

    @Test
    void showsNeitherHowManyClaimsThereAreNorInWhichOrder() throws JsonProcessingException {
        claims.concealed("name", JSON.textNode("Amina"));

        JsonNode digests = EventFormat.JSON.readTree(claims.signed(16)).path("_sd");

        List<String> listed = new ArrayList<>();
        digests.forEach(digest -> listed.add(digest.textValue()));
        List<String> sorted = new ArrayList<>(listed);
        Collections.sort(sorted);
        assertThat(listed).hasSize(16).doesNotHaveDuplicates().isEqualTo(sorted);
        assertThat(listed).allMatch(digest -> digest.length() == 43);
    }
}
