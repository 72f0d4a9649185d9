package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RenewStatusList;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Contended;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;

/** Credentials of a tenant that chose that they may be suspended, and the two lists that say whether they are. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SuspendableIT {
    private static final OfficialSchema SCHEMA = new OfficialSchema();

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    Database database;

    @Inject
    StatusLists lists;

    @Inject
    Issuers issuers;

    @Inject
    Credentials credentials;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @Test
    void namesTwoEntriesFromTheChoiceOnAndOneBeforeItAndAfterItWasTakenBack() {
        Story story = begun("suspendable", Securing.EDDSA_RDFC_2022);
        UUID before = issue(story, 1);
        String signed = OverHttp.document(before);
        assertThat(OverHttp.judged().get("/status/suspendable-1-suspension").statusCode())
                .isEqualTo(404);

        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 30);
        UUID with = issue(story, 2);
        choose(story, StatusProfile.REVOCATION, 40);
        UUID after = issue(story, 3);

        assertThat(OverHttp.document(before)).isEqualTo(signed);
        assertThat(held(before).suspendable()).isFalse();
        assertThat(held(with).suspendable()).isTrue();
        assertThat(held(after).suspendable()).isFalse();
        JsonNode entries = entries(with);
        assertThat(entries).hasSize(2);
        assertThat(entries.at("/0/statusListIndex")).isEqualTo(entries.at("/1/statusListIndex"));
        assertThat(list("suspendable-1-suspension")
                        .at("/credentialSubject/statusPurpose")
                        .asText())
                .isEqualTo("suspension");
        assertThat(list("suspendable-1-suspension").path("id")).isEqualTo(entries.at("/1/statusListCredential"));
        assertThat(reason(verified(with))).isEqualTo("Its issuer has neither revoked nor suspended it.");
        assertThat(reason(verified(before))).isEqualTo("Its issuer has not revoked it.");
    }

    @Test
    void passesTheOfficialSchemaButForTheSecondEntry() {
        Story story = begun("suspendable-form", Securing.EDDSA_RDFC_2022);
        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 3);

        ObjectNode document = (ObjectNode) OverHttp.json(
                OverHttp.judged().header("Accept", "application/vc").get("/credentials/" + issue(story, 1)));

        assertThat(SCHEMA.violations(document.toString(), OfficialSchema.Part.SUSPENDABLE))
                .isEmpty();
        assertThat(SCHEMA.violations(document.toString(), OfficialSchema.Part.ACHIEVEMENT))
                .isNotEmpty();
        document.set("credentialStatus", document.at("/credentialStatus/0"));
        assertThat(SCHEMA.violations(document.toString(), OfficialSchema.Part.ACHIEVEMENT))
                .isEmpty();
    }

    @Test
    void isSuspendedAndGivenBackInEveryWayItIsSecured() {
        Story story =
                begun("suspendable-ways", Securing.EDDSA_RDFC_2022, Securing.VC_JWT_ES256, Securing.SD_JWT_VC_ES256);
        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 3);
        UUID id = issue(story, 1);
        UUID other = issue(story, 2);
        List<String> forms = List.of("application/vc", "application/vc+jwt", "application/dc+sd-jwt");

        change(id, ListChanges::suspend);
        forms.forEach(form -> assertSuspended(OverHttp.verified(OverHttp.get(id, form))));
        forms.forEach(form -> assertGood(OverHttp.verified(OverHttp.get(other, form))));
        assertThat(OverHttp.get(id, "text/html")).doesNotContain("This credential is valid");
        change(id, ListChanges::reinstate);
        forms.forEach(form -> assertGood(OverHttp.verified(OverHttp.get(id, form))));
        assertThat(OverHttp.get(id, "text/html")).contains("This credential is valid");
    }

    @Test
    void isRevokedForEverThoughItIsSuspended() {
        Story story = begun("suspendable-revoked", Securing.EDDSA_RDFC_2022, Securing.SD_JWT_VC_ES256);
        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 3);
        UUID id = issue(story, 1);
        String token = OverHttp.get(id, "application/dc+sd-jwt");
        change(id, ListChanges::suspend);

        handler.handle(log.deliver(List.of(story.revoke(id, 1, RevocationReason.MISCONDUCT, 50))));

        assertThat(bits("suspendable-revoked-1")).isEqualTo(bits("suspendable-revoked-1-suspension"));
        assertThat(reason(OverHttp.verified(token))).isEqualTo("Its issuer revoked it.");
        assertThat(status(verified(id)).path("purpose").asText()).isEqualTo("revocation");
    }

    /** By its timer, or because a key was compromised: both halves, with their bits. */
    @Test
    void signsBothHalvesAnewWithTheBitsThatTheyHave() {
        Story story = begun("suspendable-renewed", Securing.EDDSA_RDFC_2022);
        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 3);
        change(issue(story, 1), ListChanges::suspend);
        Bitstring suspended = bits("suspendable-renewed-1-suspension");
        founding.run(
                "update status_list set suspension_document = replace(suspension_document, 'valid', 'stale') where tenant = $1",
                "suspendable-renewed");
        Message due =
                new Timer("any", Instant.now(), new RenewStatusList("suspendable-renewed", 1)).fellDue("issuance");

        handler.handle(List.of(log.deliver(EventFormat.read(due.headers(), due.body()))));

        assertThat(bits("suspendable-renewed-1-suspension"))
                .isEqualTo(suspended)
                .isNotEqualTo(Bitstring.empty());
        assertThat(list("suspendable-renewed-1-suspension").path("validUntil"))
                .isEqualTo(list("suspendable-renewed-1").path("validUntil"));
    }

    @Test
    void letsOneOfTwoWhoChangeTheTwoHalvesAtOnceTryAgain() {
        Story story = begun("suspendable-raced", Securing.EDDSA_RDFC_2022);
        choose(story, StatusProfile.REVOCATION_AND_SUSPENSION, 3);
        UUID id = issue(story, 1);
        List<Write> suspension = signed(held(id), ListChanges::suspend);

        database.inTransaction(signed(held(id), ListChanges::revoke));

        assertThatThrownBy(() -> database.inTransaction(suspension)).isInstanceOf(Contended.class);
        assertThat(bits("suspendable-raced-1")).isNotEqualTo(Bitstring.empty());
        assertThat(bits("suspendable-raced-1-suspension")).isEqualTo(Bitstring.empty());
    }

    private Story begun(String tenant, Securing... securings) {
        Story story = new Story(tenant);
        founding.found(tenant, securings);
        handler.handle(log.deliver(List.of(story.published(1))));
        return story;
    }

    private void choose(Story story, StatusProfile profile, int minute) {
        handler.handle(log.deliver(List.of(story.chosen(minute, profile))));
    }

    /** One that its holder shares. */
    private UUID issue(Story story, int n) {
        UUID id = ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
        handler.handle(log.deliver(List.of(
                story.profiled(n, "Amina Yilmaz", 3),
                story.conferred(n, 10 + n),
                story.shared(id, n, Visibility.PUBLIC, 20))));
        return id;
    }

    private HeldCredential held(UUID id) {
        return Objects.requireNonNull(credentials.load(List.of(id), List.of()).get(id));
    }

    private void change(UUID id, BiConsumer<ListChanges, StatusEntry> what) {
        database.inTransaction(signed(held(id), what));
    }

    private List<Write> signed(HeldCredential credential, BiConsumer<ListChanges, StatusEntry> what) {
        ListChanges changes = new ListChanges();
        what.accept(changes, credential.status());
        return lists.signedAnew(changes, issuers.load(List.of(credential.tenant())));
    }

    private static void assertSuspended(JsonNode verified) {
        assertThat(status(verified).path("result").asText())
                .as(verified.toString())
                .isEqualTo("invalid");
        assertThat(status(verified).path("purpose").asText()).isEqualTo("suspension");
        assertThat(reason(verified)).startsWith("Its issuer has suspended it");
    }

    private static void assertGood(JsonNode verified) {
        assertThat(verified.path("verified").asBoolean())
                .as(verified.toString())
                .isTrue();
    }

    private static JsonNode verified(UUID id) {
        return OverHttp.verified(OverHttp.document(id));
    }

    private static String reason(JsonNode verified) {
        return status(verified).path("reason").asText();
    }

    private static JsonNode status(JsonNode verified) {
        for (JsonNode check : verified.path("checks")) {
            if (check.path("name").asText().equals("status")) {
                return check;
            }
        }
        throw new AssertionError(verified.toString());
    }

    private static JsonNode entries(UUID id) {
        return OverHttp.json(
                        OverHttp.judged().header("Accept", "application/vc").get("/credentials/" + id))
                .path("credentialStatus");
    }

    private static JsonNode list(String name) {
        return OverHttp.json(OverHttp.judged().get("/status/" + name));
    }

    private static Bitstring bits(String name) {
        return Bitstring.decoded(list(name).at("/credentialSubject/encodedList").asText());
    }
}
