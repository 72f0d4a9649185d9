package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardResult;
import org.meritstream.events.Criterion;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.openbadges.OpenBadgesAchievement;
import org.meritstream.openbadges.ResultScale;

/**
 * The document to sign: an AchievementCredential of Open Badges 3.0 on VC Data Model 2.0, in the plain JSON form (every repeatable property
 * an array, even with one value; OB 3.0 section "Serialization"). Pure: the same parts always give the same bytes.
 */
public final class AchievementCredential {
    static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    static final String SCHEMA_TYPE = "1EdTechJsonSchemaValidator2019";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AchievementCredential() {}

    /** The unsigned document as JSON text. */
    public static String document(UUID id, Issuer issuer, Achievement achievement, Award award) {
        AwardConferred conferred = award.conferred();
        String address = issuer.achievementAddress(conferred.achievement(), conferred.version());
        String from = conferred.conferredAt().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add(Contexts.CREDENTIALS_V2)
                .add(Contexts.OPEN_BADGES)
                .add(Contexts.OPEN_BADGES_EXTENSIONS);
        document.put("id", issuer.credentialAddress(id));
        document.putArray("type").add("VerifiableCredential").add("AchievementCredential");
        document.put("name", achievement.name());
        document.set("issuer", IssuerDocuments.embedded(issuer));
        document.put("validFrom", from);
        Integer months = achievement.validForMonths();
        if (months != null) {
            document.put("validUntil", until(conferred, months));
        }
        document.put("awardedDate", from);
        document.set("credentialSubject", subject(address, achievement, award));
        ArrayNode evidence = CredentialEvidence.of(conferred, issuer);
        if (!evidence.isEmpty()) {
            document.set("evidence", evidence);
        }
        document.putArray("credentialSchema").addObject().put("id", SCHEMA).put("type", SCHEMA_TYPE);
        document.set("credentialStatus", status(issuer, award.status()));
        return document.toString();
    }

    /** The same day and time so many months later, or the last day of a shorter month; in UTC, as all times of the document are. */
    private static String until(AwardConferred conferred, int months) {
        return conferred
                .conferredAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(months)
                .toInstant()
                .toString();
    }

    /**
     * One conferred award with what varies from learner to learner.
     *
     * @param status its entry, allocated before
     */
    public record Award(AwardConferred conferred, Holder holder, StatusEntry status) {}

    private static ObjectNode subject(String address, Achievement achievement, Award award) {
        ObjectNode subject = JSON.objectNode();
        if (award.holder().subject() != null) {
            subject.put("id", award.holder().subject());
        }
        subject.putArray("type").add("AchievementSubject");
        subject.set("identifier", identifiers(award.holder()));
        subject.set(
                "achievement",
                OpenBadgesAchievement.of(address, award.conferred().version(), achievement));
        ArrayNode results = JSON.arrayNode();
        for (AwardResult result : award.conferred().results()) {
            achievement.criteria().stream()
                    .filter(criterion -> criterion.id().equals(result.criterion()))
                    .findFirst()
                    .ifPresent(criterion -> addResult(results, address, criterion, result));
        }
        if (!results.isEmpty()) {
            subject.set("result", results);
        }
        return subject;
    }

    private static void addResult(ArrayNode results, String address, Criterion criterion, AwardResult result) {
        ResultScale scale = ResultScale.of(criterion);
        String level = result.level();
        if (scale.kind() == ResultScale.Kind.LEVEL && level == null) {
            return;
        }
        scale.value(result.score()).ifPresent(value -> {
            ObjectNode node = results.addObject();
            node.putArray("type").add("Result");
            node.put("resultDescription", OpenBadgesAchievement.resultAddress(address, criterion));
            if (level != null) {
                node.put("achievedLevel", OpenBadgesAchievement.levelAddress(address, criterion, level));
            }
            node.put("value", value);
        });
    }

    private static ArrayNode identifiers(Holder holder) {
        ArrayNode identifiers = JSON.arrayNode();
        identifiers
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", holder.displayName())
                .put("identityType", "name");
        if (holder.email() != null && !holder.email().isBlank()) {
            identifiers
                    .addObject()
                    .put("type", "IdentityObject")
                    .put("hashed", true)
                    .put("identityHash", identityHash(holder.email(), holder.salt()))
                    .put("identityType", "emailAddress")
                    .put("salt", holder.salt());
        }
        return identifiers;
    }

    /** OB 3.0, IdentityHash: {@code sha256$} and the hexadecimal SHA-256 of the identifier followed by the salt. */
    public static String identityHash(String identifier, String salt) {
        try {
            byte[] salted = (identifier + salt).getBytes(StandardCharsets.UTF_8);
            return "sha256$"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(salted));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** The schema allows one entry, an object, and wants an id that is not the list's address (see docs/adr on the status profile). */
    private static ObjectNode status(Issuer issuer, StatusEntry entry) {
        String list = issuer.statusAddress(entry.list());
        return JSON.objectNode()
                .put("id", list + "#" + entry.index())
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", Integer.toString(entry.index()))
                .put("statusListCredential", list);
    }
}
