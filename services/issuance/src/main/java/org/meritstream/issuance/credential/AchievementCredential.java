package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.Sha256;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Value;
import org.meritstream.openbadges.OpenBadgesAchievement;
import org.meritstream.openbadges.RecognitionContext;
import org.meritstream.openbadges.RecognitionData;

/**
 * The document to sign: an AchievementCredential of Open Badges 3.0 on VC Data Model 2.0, in the plain JSON form (every repeatable property
 * an array, even with one value; OB 3.0 section "Serialization"). Pure: the same parts always give the same bytes.
 */
public final class AchievementCredential {
    static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    /** Of a schema of 1EdTech's; the context of extensions defines it. */
    public static final String SCHEMA_TYPE = "1EdTechJsonSchemaValidator2019";

    static final String REFRESH_TYPE = "1EdTechCredentialRefresh";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AchievementCredential() {}

    /** The unsigned document as JSON text. */
    public static String document(UUID id, Issuer issuer, Achievement achievement, Award award) {
        return CredentialComposition.of(id, issuer, achievement, award).text();
    }

    /**
     * One conferred award with what varies from learner to learner.
     *
     * @param status its entry, allocated before
     * @param profile what it may become
     */
    public record Award(AwardConferred conferred, Holder holder, StatusEntry status, StatusProfile profile) {

        /** Of an issuer whose credentials are revoked and nothing else. */
        public Award(AwardConferred conferred, Holder holder, StatusEntry status) {
            this(conferred, holder, status, StatusProfile.REVOCATION);
        }
    }

    /**
     * The same, from its two parts. What stands in it comes from the shape or is taken from the values, in the order in which {@link
     * CredentialComposition} lists them.
     */
    static String document(CredentialShape shape, List<String> values) {
        Iterator<String> own = values.iterator();
        Issuer issuer = shape.issuer();
        ObjectNode document = JSON.objectNode();
        document.set("@context", contexts(shape));
        document.put("id", own.next());
        document.putArray("type").add("VerifiableCredential").add("AchievementCredential");
        document.put("name", shape.achievement().name());
        document.set("issuer", IssuerDocuments.embedded(issuer));
        String from = own.next();
        document.put("validFrom", from);
        if (shape.ends()) {
            document.put("validUntil", own.next());
        }
        document.put("awardedDate", from);
        document.set("credentialSubject", subject(shape, own));
        if (!shape.evidence().isEmpty()) {
            document.set("evidence", CredentialEvidence.of(shape.evidence(), own));
        }
        document.putArray("credentialSchema").addObject().put("id", SCHEMA).put("type", SCHEMA_TYPE);
        document.set("credentialStatus", StatusEntries.of(issuer, shape.statusList(), shape.suspendable(), own));
        if (shape.ends()) {
            document.set("refreshService", refresh(own.next()));
        }
        return document.toString();
    }

    /** Another context only where it says something: the documents of other achievements stay what they were. */
    private static ArrayNode contexts(CredentialShape shape) {
        ArrayNode contexts = JSON.arrayNode();
        contexts.add(Contexts.CREDENTIALS_V2).add(Contexts.OPEN_BADGES).add(Contexts.OPEN_BADGES_EXTENSIONS);
        if (RecognitionData.of(shape.address(), shape.achievement()).isPresent()) {
            contexts.add(RecognitionContext.address(shape.issuer().base()));
        }
        return contexts;
    }

    private static ObjectNode subject(CredentialShape shape, Iterator<String> own) {
        ObjectNode subject = JSON.objectNode();
        if (shape.named()) {
            subject.put("id", own.next());
        }
        subject.putArray("type").add("AchievementSubject");
        subject.set("identifier", identifiers(own, shape.mailed()));
        subject.set("achievement", OpenBadgesAchievement.of(shape.address(), shape.version(), shape.achievement()));
        if (!shape.results().isEmpty()) {
            subject.set("result", results(shape, own));
        }
        return subject;
    }

    private static ArrayNode results(CredentialShape shape, Iterator<String> own) {
        ArrayNode results = JSON.arrayNode();
        for (CredentialShape.Result result : shape.results()) {
            ObjectNode node = results.addObject();
            node.putArray("type").add("Result");
            node.put("resultDescription", result.description());
            if (result.levelled()) {
                node.put("achievedLevel", own.next());
            }
            node.put("value", own.next());
        }
        return results;
    }

    /** Whose a document is: the name in clear, the e-mail as a salted hash. */
    public static ArrayNode identifiers(Holder holder) {
        List<Value> own = new ArrayList<>();
        CredentialComposition.addIdentifiers(own, holder);
        return identifiers(own.stream().map(Value::text).iterator(), own.size() > 1);
    }

    private static ArrayNode identifiers(Iterator<String> own, boolean mailed) {
        ArrayNode identifiers = JSON.arrayNode();
        identifiers
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", own.next())
                .put("identityType", "name");
        if (mailed) {
            identifiers
                    .addObject()
                    .put("type", "IdentityObject")
                    .put("hashed", true)
                    .put("identityHash", own.next())
                    .put("identityType", "emailAddress")
                    .put("salt", own.next());
        }
        return identifiers;
    }

    /** OB 3.0, IdentityHash: {@code sha256$} and the hexadecimal SHA-256 of the identifier followed by the salt. */
    public static String identityHash(String identifier, String salt) {
        return "sha256$" + HexFormat.of().formatHex(Sha256.of((identifier + salt).getBytes(StandardCharsets.UTF_8)));
    }

    /** What can be renewed says where (Open Badges 3.0, appendix "1EdTechCredentialRefresh"; VC Data Model 2.0, section "Refreshing"). */
    static ObjectNode refresh(String address) {
        return JSON.objectNode().put("id", address).put("type", REFRESH_TYPE);
    }
}
