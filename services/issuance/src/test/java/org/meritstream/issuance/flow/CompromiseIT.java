package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.OverHttp.document;
import static org.meritstream.issuance.flow.OverHttp.get;
import static org.meritstream.issuance.flow.OverHttp.json;
import static org.meritstream.issuance.flow.OverHttp.judged;
import static org.meritstream.issuance.flow.OverHttp.progress;
import static org.meritstream.issuance.flow.OverHttp.signerOf;
import static org.meritstream.issuance.flow.OverHttp.verified;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.log.Agenda;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;

/** The rehearsal of docs/operations/signing-keys.md: somebody else can sign with a university's key. Slices are of three, so that there are several. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class CompromiseIT {
    private static final int LEARNERS = 8;
    private static final int REVOKED = 5;
    private static final String WITHDRAWN = "withdrawn by its issuer, as of ";

    @Inject
    Issuing issuing;

    @Inject
    Agenda agenda;

    @Inject
    Founding founding;

    @Inject
    Credentials credentials;

    @Inject
    DataIntegrity suites;

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "leaked"))
    void securesAgainWhatTheKeySignedThoughItIsKilledInBetweenAndBelievesTheKeyNoMore() {
        Story leaked = begun("leaked", Securing.EDDSA_RDFC_2022, Securing.EDDSA_JCS_2022, Securing.VC_JWT_EDDSA);
        Story spared = begun("spared", Securing.EDDSA_RDFC_2022);
        issue(leaked);
        issue(spared);
        issuing.handle(leaked.revoke(issuing.id(leaked, REVOKED), REVOKED, RevocationReason.MISCONDUCT, 40));
        Map<UUID, HeldCredential> before = held(leaked);
        Map<UUID, HeldCredential> others = held(spared);
        SigningIssuer thief = issuing.issuer("leaked");
        String forged = forged(of(before, issuing.id(leaked, 1)), thief);
        String kept = document(issuing.id(leaked, 2));
        assertThat(verified(forged).path("verified").asBoolean())
                .as("as long as nobody says so, the thief is believed")
                .isTrue();

        Event<?> said = leaked.compromised(thief.key().multikey(), 25, 50);
        List<Message> told = toldThoughKilledInBetween(said, thief);

        Map<UUID, HeldCredential> after = held(leaked);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((id, credential) -> assertSecuredAgain(of(before, id), credential, thief));
        assertThat(Anew.all(told, CredentialResecured.class)).hasSize(LEARNERS);
        assertThat(Anew.all(told, CredentialDocument.class)).hasSize(LEARNERS);
        assertThat(verified(forged).path("verified").asBoolean(true)).isFalse();
        assertThat(verified(forged).toString()).contains(WITHDRAWN);
        assertThat(verified(kept).toString()).contains(WITHDRAWN);
        assertThat(held(spared)).isEqualTo(others);
        assertThat(verified(document(issuing.id(spared, 1))).path("verified").asBoolean())
                .isTrue();
        assertThat(progress(said).getString("state")).isEqualTo("DONE");
        assertThat(progress(said).getInt("total")).isEqualTo(LEARNERS);
        assertThat(progress(said).getInt("done")).isEqualTo(LEARNERS);
        assertThat(issuing.issuer("leaked").key().multikey())
                .isNotEqualTo(thief.key().multikey());
    }

    @Test
    void marksTheKeyInTheIssuersDocument() {
        Story story = begun("marked", Securing.EDDSA_RDFC_2022);
        SigningIssuer thief = issuing.issuer("marked");

        issuing.driver().untilOver(story.compromised(thief.key().multikey(), 25, 50));

        JsonNode did = json(judged().get("/issuers/marked/did.json"));
        assertThat(did.at("/assertionMethod")).hasSize(2);
        assertThat(did.at("/assertionMethod").toString())
                .doesNotContain(thief.key().multikey(), thief.key().thumbprint());
        assertThat(did.at("/verificationMethod").findValuesAsText("revoked"))
                .containsExactly("2026-11-20T10:25:00Z", "2026-11-20T10:25:00Z");
    }

    @Test
    void securesAgainWhatAFormerKeySignedByTheKeyInUse() {
        Story story = begun("former", Securing.EDDSA_RDFC_2022);
        issue(story);
        SigningIssuer thief = issuing.issuer("former");
        issuing.handle(story.rotated(SigningKeyKind.ED25519, 30));
        SigningIssuer now = issuing.issuer("former");

        issuing.driver().untilOver(story.compromised(thief.key().multikey(), 25, 50));

        assertThat(issuing.issuer("former").key().multikey())
                .as("nobody has that one")
                .isEqualTo(now.key().multikey());
        held(story)
                .values()
                .forEach(credential -> assertThat(credential.securedBy(now)).isTrue());
        assertThat(signerOf("former-1")).isEqualTo(method(now));
    }

    @Test
    void leavesTheProofsOfOtherKeysAsTheyAre() {
        Story story = begun("mixed", Securing.EDDSA_RDFC_2022, Securing.ECDSA_RDFC_2019_P256, Securing.SD_JWT_VC_ES256);
        issue(story);
        HeldCredential before = of(held(story), issuing.id(story, 1));
        String key = issuing.issuer("mixed").key(KeyKind.P256).multikey();

        issuing.driver().untilOver(story.compromised(key, 25, 50));

        HeldCredential after = of(held(story), issuing.id(story, 1));
        assertThat(after.seals().get(0)).isEqualTo(before.seals().get(0));
        assertThat(after.seals().get(1)).isNotEqualTo(before.seals().get(1));
        assertThat(after.disclosing()).isNotEqualTo(before.disclosing());
        assertThat(verified(document(issuing.id(story, 1))).path("verified").asBoolean())
                .isTrue();
        assertThat(verified(get(issuing.id(story, 1), "application/dc+sd-jwt"))
                        .path("verified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void answersWhoSaysItTwiceAlike() {
        Story story = begun("twice", Securing.EDDSA_RDFC_2022);
        String key = issuing.issuer("twice").key().multikey();
        Driver driver = issuing.driver();

        issuing.handle(story.compromised(key, 25, 50), story.compromised(key, 26, 50));
        driver.untilOver(story.compromised(key, 27, 60));

        assertThat(keys("twice")).isEqualTo(2);
        assertThat(founding.count("bulk where tenant = $1", "twice")).isEqualTo(1);
        assertThat(founding.count("command_outcome where tenant = $1 and state = 'done'", "twice"))
                .isEqualTo(3);
    }

    @Test
    void refusesAKeyOfAnotherTenantAndOneThatNeverWas() {
        Story story = begun("curious", Securing.EDDSA_RDFC_2022);
        begun("minding", Securing.EDDSA_RDFC_2022);
        String theirs = issuing.issuer("minding").key().multikey();

        issuing.handle(story.compromised(theirs, 25, 50), story.compromised("z6MkNobodys", 25, 51));

        assertThat(founding.count("command_outcome where tenant = $1 and problem like '%unknown-key%'", "curious"))
                .isEqualTo(2);
        assertThat(issuing.issuer("minding").key().multikey()).isEqualTo(theirs);
    }

    private List<Message> toldThoughKilledInBetween(Event<?> said, SigningIssuer thief) {
        Driver driver = issuing.driver();
        List<Message> told = new ArrayList<>(issuing.handle(said));
        assertThat(signerOf("leaked-1"))
                .as("its list is signed anew at once")
                .isEqualTo(method(issuing.issuer("leaked")))
                .isNotEqualTo(method(thief));
        List<Inbound> slice = driver.next(told);
        driver.dieBeforeStoring(slice);
        List<Message> first = issuing.handle(slice);
        told.addAll(first);
        assertThat(issuing.handle(slice)).as("killed before it told").hasSameSizeAs(first);
        List<Message> swallowed = issuing.handle(driver.next(first));
        told.addAll(swallowed);
        assertThat(progress(said).getString("state")).isEqualTo("UNDER_WAY");
        told.addAll(driver.untilOver(Driver.fellDue(agenda, "leaked")));
        assertThat(issuing.handle(driver.next(swallowed)))
                .as("seen to meanwhile")
                .isEmpty();
        return told;
    }

    private void assertSecuredAgain(HeldCredential before, HeldCredential after, SigningIssuer thief) {
        assertThat(after.document()).as("it says what it said").isEqualTo(before.document());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.seals()).hasSameSizeAs(before.seals());
        assertThat(after.securedBy(issuing.issuer("leaked"))).isTrue();
        String signed = document(after.id());
        assertThat(signed).doesNotContain(thief.key().multikey());
        JsonNode judged = verified(signed);
        assertThat(judged.path("verified").asBoolean()).isEqualTo(after.revokedAt() == null);
        assertThat(judged.toString()).contains("This is exactly what its issuer signed");
        String token = get(after.id(), "application/vc+jwt");
        assertThat(JoseSecuring.read(token).key())
                .isEqualTo(issuing.issuer("leaked").verificationMethod(Securing.VC_JWT_EDDSA));
        assertThat(verified(token).toString()).contains("This is exactly what its issuer signed");
        assertThat(get(after.id(), "text/html"))
                .contains(after.revokedAt() == null ? "This credential is valid" : "This credential was revoked");
    }

    /** Somebody else's name under the university's signature. */
    private String forged(HeldCredential credential, SigningIssuer thief) {
        String document = credential.document().replace("Amina Yilmaz", "Mallory Thief");
        ProofOptions options = thief.options(Instant.parse("2026-11-20T10:11:00Z"));
        return DataIntegrity.secured(
                document,
                options,
                suites.proofValue(document, options, thief.key().signer()));
    }

    private Story begun(String tenant, Securing... securings) {
        founding.found(tenant, securings);
        Story story = new Story(tenant);
        issuing.handle(story.published(1));
        return story;
    }

    private void issue(Story story) {
        List<Event<?>> events = new ArrayList<>();
        for (int n = 1; n <= LEARNERS; n++) {
            events.add(story.profiled(n, "Amina Yilmaz", 3));
            events.add(story.conferred(n, 10));
            events.add(story.shared(issuing.id(story, n), n, Visibility.PUBLIC, 20));
        }
        issuing.handle(issuing.deliver(events));
    }

    private Map<UUID, HeldCredential> held(Story story) {
        List<UUID> all = new ArrayList<>();
        for (int n = 1; n <= LEARNERS; n++) {
            all.add(issuing.id(story, n));
        }
        return new TreeMap<>(credentials.load(all, List.of()));
    }

    private static HeldCredential of(Map<UUID, HeldCredential> held, UUID id) {
        return requireNonNull(held.get(id));
    }

    private long keys(String tenant) {
        return founding.count("signing_key where tenant = $1", tenant);
    }

    private static String method(SigningIssuer issuer) {
        return issuer.verificationMethod(Securing.EDDSA_RDFC_2022);
    }
}
