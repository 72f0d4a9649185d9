package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.proving.Guesses;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

/** Guesses at links, held credentials and another tenant's offers, ten thousand by strangers, tell nothing of what is there. */
@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class GuessedLinksTest {
    private static final int GUESSES = 10_000;
    private static final int HELD = 50;
    private static final String PAGE = "text/html";

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource("/")
    URI root;

    @Inject
    LoopInTest loop;

    @Test
    void answersALinkThatIsAllButRightAsItAnswersAnyOther() {
        List<String> allButRight = held(Facts.NORTHGATE).stream()
                .map(Learner::link)
                .map(link -> otherwise(link.substring("/claim/".length())))
                .toList();
        SecureRandom random = new SecureRandom();

        Set<String> answers = below("claim/", PAGE)
                .answers(allButRight, () -> Secret.draw(random).text(), GUESSES);

        assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("404"));
    }

    @Test
    void answersAHeldCredentialToAStrangerAsItAnswersAnyOther() {
        List<String> held = held(Facts.NORTHGATE).stream().map(UUID::toString).toList();

        Set<String> answers = below("claim/credentials/", PAGE).answers(held, GUESSES);

        assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("403"));
    }

    @Test
    void answersAnotherTenantsOfferToStaffAsItAnswersAnyOther() {
        List<String> held = held(Facts.SOUTHFIELD).stream().map(UUID::toString).toList();

        Set<String> answers =
                below("api/wallet/offers?credential=", "application/json").answers(held, 1_000);

        assertThat(answers).hasSize(1).allMatch(answer -> answer.endsWith("{\"offers\":[]}"));
    }

    private Guesses below(String path, String accept) {
        return new Guesses(root.resolve(path), Map.of("Accept", accept));
    }

    private List<UUID> held(String tenant) {
        List<UUID> credentials =
                IntStream.range(0, HELD).mapToObj(i -> UUID.randomUUID()).toList();
        credentials.forEach(credential -> loop.issue(tenant, UUID.randomUUID(), credential, "Ada Example"));
        return credentials;
    }

    /** The same link but for its first character. */
    private static String otherwise(String link) {
        return (link.startsWith("A") ? "B" : "A") + link.substring(1);
    }
}
