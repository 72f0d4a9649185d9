package org.meritstream.issuance.endorsement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.credential.StatusEntries;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.status.StatusEntry;

/**
 * The document to sign: an EndorsementCredential (Open Badges 3.0, section B.1.7) on VC Data Model 2.0, in the plain JSON form. Pure: the
 * same parts always give the same bytes.
 */
public final class EndorsementCredential {
    static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";

    /** What stands before the name of what is endorsed. */
    static final String NAMED = "Endorsement of ";

    private EndorsementCredential() {}

    /**
     * What is said.
     *
     * @param endorsed id of what is endorsed, as credentials name it
     * @param name of what is endorsed
     * @param comment in words (Markdown)
     */
    public record Said(String endorsed, String name, String comment) {}

    /** The unsigned document as JSON text. */
    public static String document(UUID id, Issuer by, Said said, StatusEntry status, Instant at) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context")
                .add(Contexts.CREDENTIALS_V2)
                .add(Contexts.OPEN_BADGES)
                .add(Contexts.OPEN_BADGES_EXTENSIONS);
        document.put("id", by.endorsementAddress(id));
        document.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        document.put("name", NAMED + said.name());
        document.set("issuer", IssuerDocuments.embedded(by));
        document.put("validFrom", at.truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", said.endorsed());
        subject.putArray("type").add("EndorsementSubject");
        subject.put("endorsementComment", said.comment());
        document.putArray("credentialSchema")
                .addObject()
                .put("id", SCHEMA)
                .put("type", AchievementCredential.SCHEMA_TYPE);
        document.set("credentialStatus", StatusEntries.of(by, status));
        return document.toString();
    }
}
