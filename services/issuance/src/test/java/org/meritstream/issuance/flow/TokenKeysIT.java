package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Securing;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.keys.KeysUnavailable;
import org.meritstream.issuance.keys.SoftHsm;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** Issued with keys that never leave a token: in every way, after a rotation, and after the token was away. */
@QuarkusTest
@TestProfile(InAToken.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@EnabledIf(value = "org.meritstream.issuance.keys.SoftHsm#installed", disabledReason = SoftHsm.NOT_RUN)
class TokenKeysIT {
    private static final int ID_SIZE = 16;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    @Inject
    @ConfigProperty(name = "meritstream.signing-token.pin-file")
    Path pinFile;

    private final Deliveries log = new Deliveries();

    @Test
    void issuesInEveryWayForTwoTenantsWithKeysThatNeverLeaveIt() {
        Story north = begun("token-north");
        Story south = begun("token-south");
        handler.handle(log.deliver(List.of(chosen(north), chosen(south))));

        UUID first = issued(north, 1);
        UUID second = issued(south, 1);
        handler.handle(log.deliver(List.of(north.rotated(SigningKeyKind.ED25519, 31))));
        UUID third = issued(north, 2);

        for (UUID credential : List.of(first, second, third)) {
            assertThat(page(credential)).contains("This credential is valid");
        }
        assertThat(keys("token-north")).hasSize(5).allSatisfy(TokenKeysIT::inTheToken);
        assertThat(keys("token-south")).hasSize(4).allSatisfy(TokenKeysIT::inTheToken);
    }

    @Test
    void waitsForTheTokenAndIssuesOnce() {
        Story story = begun("token-away");
        List<Inbound> batch = log.deliver(List.of(story.profiled(1, "Amina Yilmaz", 3), story.conferred(1, 11)));

        try (SoftHsm.Away away = SoftHsm.awayFrom(pinFile)) {
            assertThatThrownBy(() -> handler.handle(batch))
                    .as("no record's fault: the partition waits")
                    .isNotInstanceOf(RecordFault.class)
                    .satisfies(thrown -> assertThat(causes(thrown)).hasAtLeastOneElementOfType(KeysUnavailable.class));
        }
        List<Message> told = handler.handle(batch);

        assertThat(told.stream()
                        .map(one -> EventFormat.read(one.headers(), one.body()).data())
                        .filter(CredentialIssued.class::isInstance))
                .hasSize(1);
        assertThat(handler.handle(batch)).as("the same again").hasSameSizeAs(told);
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static org.meritstream.events.Event<?> chosen(Story story) {
        return story.chosen(
                2,
                Securing.EDDSA_RDFC_2022,
                Securing.ECDSA_RDFC_2019_P256,
                Securing.ECDSA_RDFC_2019_P384,
                Securing.VC_JWT_RS256);
    }

    private Story begun(String tenant) {
        Story story = new Story(tenant);
        founding.found(tenant);
        handler.handle(log.deliver(List.of(story.published(1))));
        return story;
    }

    private UUID issued(Story story, int n) {
        UUID id = ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
        handler.handle(log.deliver(List.of(
                story.profiled(n, "Amina Yilmaz", 3),
                story.conferred(n, 10 + n),
                story.shared(id, n, Visibility.PUBLIC, 20))));
        return id;
    }

    private static String page(UUID credential) {
        return given().header("Accept", "text/html")
                .get("/credentials/" + credential)
                .asString();
    }

    private List<Row> keys(String tenant) {
        List<Row> keys = new ArrayList<>();
        database.query("select home, wrapped from signing_key where tenant = $1", Tuple.of(tenant))
                .forEach(keys::add);
        return keys;
    }

    private static void inTheToken(Row key) {
        assertThat(key.getString("home")).isEqualTo("TOKEN");
        assertThat(key.getBuffer("wrapped").length()).isEqualTo(ID_SIZE);
    }
}
