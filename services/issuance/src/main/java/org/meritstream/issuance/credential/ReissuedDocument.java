package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.status.StatusEntry;

/**
 * The document of a credential that takes the place of another of the same award. It is written from the other's: what was achieved, and by what
 * evidence, stands there to the byte, and the award that said so is not kept. What is its own is put in its place. Pure.
 */
final class ReissuedDocument {
    private ReissuedDocument() {}

    /**
     * What is its own.
     *
     * @param profile what it may become
     * @param from when its validity begins
     * @param until when it ends, or null where it does not
     */
    record Own(
            UUID id,
            Issuer issuer,
            Holder holder,
            StatusEntry status,
            StatusProfile profile,
            Instant from,
            @Nullable Instant until) {}

    static String of(String former, Own own) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        String address = own.issuer().credentialAddress(own.id());
        ObjectNode read = (ObjectNode) CredentialPage.tree(former);
        read.properties().forEach(member -> {
            switch (member.getKey()) {
                case "id" -> document.put("id", address);
                case "issuer" -> document.set("issuer", IssuerDocuments.embedded(own.issuer()));
                case "validFrom" -> period(document, own);
                case "validUntil", "refreshService" -> {}
                case "credentialSubject" -> document.set("credentialSubject", subject(member.getValue(), own.holder()));
                case "credentialStatus" -> document.set("credentialStatus", status(own));
                default -> document.set(member.getKey(), member.getValue());
            }
        });
        if (own.until() != null) {
            document.set(
                    "refreshService", AchievementCredential.refresh(own.issuer().refreshAddress(own.id())));
        }
        return document.toString();
    }

    /** The name that a document states. */
    static String name(String document) {
        return CredentialPage.tree(document)
                .at("/credentialSubject/identifier/0/identityHash")
                .asText();
    }

    /** When the validity of a document begins. */
    static Instant from(String document) {
        return Instant.parse(CredentialPage.tree(document).path("validFrom").asText());
    }

    private static void period(ObjectNode document, Own own) {
        document.put("validFrom", own.from().toString());
        if (own.until() != null) {
            document.put("validUntil", own.until().toString());
        }
    }

    private static ObjectNode subject(JsonNode former, Holder holder) {
        ObjectNode subject = JsonNodeFactory.instance.objectNode();
        if (holder.subject() != null) {
            subject.put("id", holder.subject());
        }
        former.properties().forEach(member -> {
            switch (member.getKey()) {
                case "id" -> {}
                case "identifier" -> subject.set("identifier", AchievementCredential.identifiers(holder));
                default -> subject.set(member.getKey(), member.getValue());
            }
        });
        return subject;
    }

    private static JsonNode status(Own own) {
        return StatusEntries.of(own.issuer(), own.status(), own.profile().suspends());
    }
}
