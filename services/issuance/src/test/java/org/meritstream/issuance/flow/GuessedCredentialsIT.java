package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Event;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.Guesses;
import org.meritstream.proving.RealServers;

/** Ten thousand guesses at credentials, by strangers and by another tenant's staff, tell nothing of what is there. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class GuessedCredentialsIT {
    private static final int GUESSES = 10_000;
    private static final int PRIVATE = 100;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource("/credentials/")
    URI credentials;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource("/api/credentials/")
    URI forStaff;

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    Database database;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @ParameterizedTest
    @ValueSource(strings = {"application/vc", "text/html"})
    void answersStrangersAsItAnswersForPrivateCredentials(String accept) {
        String tenant = "guessed-" + (accept.equals("text/html") ? "page" : "document");
        List<String> held = issueToMany(tenant);
        Guesses guesses = new Guesses(credentials, Map.of("Accept", accept));

        Set<String> answers = guesses.answers(held, GUESSES);

        answers.add(guesses.answer("nonsense"));
        answers.add(guesses.answer(held.getFirst().toUpperCase(Locale.ROOT)));
        assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("404"));
    }

    @Test
    @TestSecurity(
            user = "registrar@elsewhere",
            roles = {"registrar", "auditor", "admin"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "elsewhere"))
    void answersAnotherTenantsStaffAsItAnswersForWhatIsNotThere() {
        List<String> held = issueToMany("guessed-by-staff");
        Guesses guesses = new Guesses(forStaff, Map.of());

        assertThat(guesses.answers(held, GUESSES)).hasSize(1).allMatch(answer -> answer.startsWith("404"));
    }

    private List<String> issueToMany(String tenant) {
        Story story = new Story(tenant);
        founding.found(tenant);
        List<Event<?>> events = new ArrayList<>(List.of(story.published(3)));
        IntStream.rangeClosed(1, PRIVATE).forEach(n -> {
            events.add(story.profiled(n, "Learner " + n, 1));
            events.add(story.conferred(n, 10));
        });
        handler.handle(log.deliver(events));
        List<String> held = IntStream.rangeClosed(1, PRIVATE)
                .mapToObj(n -> credential(story, tenant, n).toString())
                .toList();
        Row issued = database.query("select count(*) as n from issued_credential where tenant = $1", Tuple.of(tenant))
                .iterator()
                .next();
        assertThat(issued.getLong("n")).isEqualTo(PRIVATE);
        return held;
    }

    private UUID credential(Story story, String tenant, int n) {
        return ids.of(tenant, "credential", story.learner(n).toString(), "data-literacy", "1");
    }
}
