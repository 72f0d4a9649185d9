package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.meritstream.issuance.disclosure.ConcealedClaims;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;

/**
 * A credential as a token of which its holder shows what they want: an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc) of the type that {@link AchievementType}
 * describes. Every claim is read from the recorded document, so it says nothing that the document does not; the claims that a claim of the
 * European micro-credential rulebook exists for bear its name.
 *
 * <p>In the open stand who issued it, its type, its times, its address and its place in the status list: without any of these the rest could be taken
 * for what it is not.
 */
public final class AchievementToken {
    /** What it is served as. */
    public static final String MEDIA_TYPE = "application/dc+sd-jwt";

    private static final String TYPE = "dc+sd-jwt";
    /** Claims and decoys together, always as many: that somebody has evidence or no results does not show. */
    private static final int DIGESTS = 16;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final ConcealedClaims claims;
    private final String verificationMethod;

    private AchievementToken(JsonNode document, Seal seal, Supplier<String> salts) {
        this.document = document;
        this.claims = new ConcealedClaims(salts);
        this.verificationMethod = seal.verificationMethod();
    }

    /** The token of a recorded credential, to be signed. */
    static AchievementToken of(HeldCredential credential, Issuer issuer, Seal seal, Supplier<String> salts) {
        AchievementToken token = new AchievementToken(CredentialPage.tree(credential.document()), seal, salts);
        AchievementType type = AchievementType.of(issuer);
        token.open(issuer, type, seal.created());
        token.status(credential);
        token.concealed();
        return token;
    }

    /** Signed, with everything that it can disclose. */
    String signed(KeyKind key, Signer signer) {
        return claims.token(JoseSecuring.signed(claims.signed(DIGESTS), TYPE, verificationMethod, key, signer));
    }

    private void open(Issuer issuer, AchievementType type, Instant created) {
        claims.open("iss", JSON.textNode(issuer.did()));
        claims.open("iat", JSON.numberNode(created.getEpochSecond()));
        claims.open("nbf", seconds("validFrom"));
        if (document.has("validUntil")) {
            claims.open("exp", seconds("validUntil"));
        }
        claims.open("jti", document.path("id"));
        claims.open("vct", JSON.textNode(type.address()));
        claims.open("vct#integrity", JSON.textNode(type.integrity()));
    }

    private JsonNode seconds(String member) {
        return JSON.numberNode(Instant.parse(document.path(member).asText()).getEpochSecond());
    }

    /** The same place in the same list as the document's first entry, whose token says both (draft-ietf-oauth-status-list, section 6.2). */
    private void status(HeldCredential credential) {
        ObjectNode status = JSON.objectNode();
        status.putObject("status_list")
                .put("idx", credential.status().index())
                .set("uri", StatusEntries.revocation(document).path("statusListCredential"));
        claims.open("status", status);
    }

    private void concealed() {
        JsonNode subject = document.path("credentialSubject");
        JsonNode achievement = subject.path("achievement");
        for (AchievementType.Claim claim : AchievementType.Claim.values()) {
            switch (claim) {
                case NAME -> text(claim, subject.at("/identifier/0/identityHash"));
                case TITLE -> text(claim, achievement.path("name"));
                case DESCRIPTION -> text(claim, achievement.path("description"));
                case ACHIEVEMENT -> text(claim, achievement.path("id"));
                case ACHIEVEMENT_TYPE -> text(claim, achievement.path("achievementType"));
                case AWARDING_BODY -> text(claim, document.at("/issuer/name"));
                case ISSUANCE_DATE -> text(claim, day(document.path("awardedDate")));
                case CRITERIA -> text(claim, achievement.at("/criteria/narrative"));
                case NOTIONAL_WORKLOAD -> workload(claim, achievement.path("creditsAvailable"));
                case RESULTS -> each(claim, results(subject, achievement));
                case SKILLS -> each(claim, skills(achievement));
                case EVIDENCE -> each(claim, document.path("evidence"));
            }
        }
    }

    private void text(AchievementType.Claim claim, JsonNode value) {
        if (value.isTextual()) {
            claims.concealed(claim.claim(), value);
        }
    }

    private void each(AchievementType.Claim claim, Iterable<JsonNode> values) {
        if (values.iterator().hasNext()) {
            claims.concealedEach(claim.claim(), values);
        }
    }

    private static JsonNode day(JsonNode moment) {
        return JSON.textNode(moment.asText().substring(0, 10));
    }

    private void workload(AchievementType.Claim claim, JsonNode credits) {
        if (credits.isNumber()) {
            ObjectNode workload = JSON.objectNode();
            workload.set("value", credits);
            claims.concealed(claim.claim(), workload.put("unit", "ECTS"));
        }
    }

    private static List<JsonNode> results(JsonNode subject, JsonNode achievement) {
        return CredentialPage.results(subject, achievement).stream()
                .<JsonNode>map(
                        line -> JSON.objectNode().put("title", line.name()).put("result", line.text()))
                .toList();
    }

    private static List<JsonNode> skills(JsonNode achievement) {
        List<JsonNode> skills = new ArrayList<>();
        for (CredentialPage.Skill skill : CredentialPage.skills(achievement)) {
            ObjectNode node = JSON.objectNode().put("title", skill.name()).put("uri", skill.url());
            skills.add(skill.framework() == null ? node : node.put("framework", skill.framework()));
        }
        return skills;
    }
}
