package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.ReissuedDocument.Own;
import org.meritstream.issuance.status.StatusEntry;

class ReissuedDocumentTest {
    private static final UUID ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000c002");
    private static final String ADDRESS = "http://localhost:8080/credentials/" + ID;
    private static final Instant FROM = Instant.parse("2028-11-01T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2030-11-20T10:15:31Z");
    private static final Holder ANNA = new Holder("Anna Yilmaz", "anna@northgate.example", "feed", ADDRESS + "#holder");

    @Test
    void statesWhatIsItsOwn() {
        JsonNode document = tree(of(ANNA, UNTIL));

        assertThat(document.path("id").asText()).isEqualTo(ADDRESS);
        assertThat(document.path("validFrom").asText()).isEqualTo(FROM.toString());
        assertThat(document.path("validUntil").asText()).isEqualTo(UNTIL.toString());
        assertThat(document.at("/credentialSubject/id").asText()).isEqualTo(ADDRESS + "#holder");
        assertThat(document.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Anna Yilmaz");
        assertThat(document.at("/credentialSubject/identifier/1/identityHash").asText())
                .isEqualTo(AchievementCredential.identityHash("anna@northgate.example", "feed"));
        assertThat(document.at("/credentialStatus/id").asText())
                .isEqualTo("http://localhost:8080/status/northgate-2#77");
        assertThat(document.at("/credentialStatus/statusListIndex").asText()).isEqualTo("77");
        assertThat(document.at("/refreshService/id").asText()).isEqualTo(ADDRESS + "/refresh");
        assertThat(document.at("/refreshService/type").asText()).isEqualTo("1EdTechCredentialRefresh");
    }

    @Test
    void keepsWhatWasAchievedToTheByte() {
        String former = SignedFixture.document();
        String achieved = former.substring(former.indexOf("\"achievement\":"), former.indexOf("\"credentialSchema\":"));

        assertThat(of(ANNA, UNTIL)).contains(achieved);
        assertThat(tree(of(ANNA, UNTIL)).path("awardedDate"))
                .isEqualTo(tree(former).path("awardedDate"));
    }

    @Test
    void isTheFormerOneWhereNothingOfItsOwnDiffers() {
        ObjectNode former = (ObjectNode) tree(of(ANNA, UNTIL));

        assertThat(ReissuedDocument.of(former.toString(), own(ANNA, UNTIL))).isEqualTo(former.toString());
    }

    @Test
    void passesTheOfficialSchema() {
        assertThat(new OfficialSchema().violations(of(ANNA, UNTIL))).isEmpty();
        assertThat(new OfficialSchema().violations(of(new Holder("Anna", null, "feed"), null)))
                .isEmpty();
    }

    /** Whatever the former one could become. */
    @Test
    void mayBecomeWhatItsIssuerChoseByNow() {
        String former = of(ANNA, UNTIL);
        String suspendable = ReissuedDocument.of(former, own(ANNA, UNTIL, StatusProfile.REVOCATION_AND_SUSPENSION));

        assertThat(tree(suspendable).at("/credentialStatus/0"))
                .isEqualTo(tree(former).path("credentialStatus"));
        assertThat(tree(suspendable).at("/credentialStatus/1/id").asText())
                .isEqualTo("http://localhost:8080/status/northgate-2-suspension#77");
        assertThat(new OfficialSchema().violations(suspendable)).isEmpty();
        assertThat(ReissuedDocument.of(suspendable, own(ANNA, UNTIL))).isEqualTo(former);
    }

    @Test
    void statesNoEndAndNoRefreshingOfWhatDoesNotEnd() {
        JsonNode document = tree(ReissuedDocument.of(of(ANNA, UNTIL), own(new Holder("Anna", null, "feed"), null)));

        assertThat(document.has("validUntil")).isFalse();
        assertThat(document.has("refreshService")).isFalse();
        assertThat(document.at("/credentialSubject").has("id")).isFalse();
        assertThat(document.at("/credentialSubject/identifier")).hasSize(1);
    }

    private static String of(Holder holder, @Nullable Instant until) {
        return ReissuedDocument.of(SignedFixture.document(), own(holder, until));
    }

    private static Own own(Holder holder, @Nullable Instant until) {
        return own(holder, until, StatusProfile.REVOCATION);
    }

    private static Own own(Holder holder, @Nullable Instant until, StatusProfile profile) {
        return new Own(ID, Fixtures.NORTHGATE, holder, new StatusEntry("northgate-2", 77), profile, FROM, until);
    }

    private static JsonNode tree(String document) {
        return CredentialPage.tree(document);
    }
}
