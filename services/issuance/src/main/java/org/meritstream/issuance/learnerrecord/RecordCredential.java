package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.proof.Contexts;

/**
 * The document to sign: a ClrCredential (Comprehensive Learner Record 2.0, section "ClrCredential") on VC Data Model 2.0. The credentials stand in
 * it as they were signed, to the byte. Pure.
 */
public final class RecordCredential {
    static final String SCHEMA =
            "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordCredential() {}

    /**
     * What stands in it.
     *
     * @param name of the record
     * @param partial whether more is held than stands in it
     * @param credentials signed ones
     * @param holdings what knows how they are built on each other
     */
    public record Content(String name, boolean partial, List<HeldCredential> credentials, Holdings holdings) {}

    /** The unsigned document as JSON text. */
    public static String document(UUID id, Issuer by, Content content, Holder holder, Instant at) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add(Contexts.CREDENTIALS_V2)
                .add(Contexts.LEARNER_RECORD)
                .add(Contexts.OPEN_BADGES)
                .add(Contexts.OPEN_BADGES_EXTENSIONS);
        document.put("id", by.recordAddress(id));
        document.putArray("type").add("VerifiableCredential").add("ClrCredential");
        document.put("name", content.name());
        document.put("partial", content.partial());
        document.set("issuer", IssuerDocuments.embedded(by));
        document.put("validFrom", at.truncatedTo(ChronoUnit.SECONDS).toString());
        document.set("credentialSubject", subject(content, holder));
        document.putArray("credentialSchema")
                .addObject()
                .put("id", SCHEMA)
                .put("type", AchievementCredential.SCHEMA_TYPE);
        return document.toString();
    }

    /**
     * The same document with credentials within as they are secured now; those of which nothing is known stay as they are.
     *
     * @param document an unsigned one of ours
     */
    public static String within(String document, Collection<HeldCredential> now) {
        Map<String, String> secured = now.stream()
                .collect(Collectors.toMap(one -> tree(one.document()).path("id").asText(), HeldCredential::secured));
        ObjectNode anew = (ObjectNode) tree(document);
        List<String> all = new ArrayList<>();
        for (JsonNode one : anew.at("/credentialSubject/verifiableCredential")) {
            all.add(secured.getOrDefault(one.path("id").asText(), one.toString()));
        }
        ((ObjectNode) anew.path("credentialSubject"))
                .putRawValue("verifiableCredential", new RawValue("[" + String.join(",", all) + "]"));
        return anew.toString();
    }

    private static ObjectNode subject(Content content, Holder holder) {
        ObjectNode subject = JSON.objectNode();
        if (holder.subject() != null) {
            subject.put("id", holder.subject());
        }
        subject.putArray("type").add("ClrSubject");
        subject.set("identifier", AchievementCredential.identifiers(holder));
        String signed =
                content.credentials().stream().map(HeldCredential::secured).collect(Collectors.joining(",", "[", "]"));
        subject.putRawValue("verifiableCredential", new RawValue(signed));
        ArrayNode associations = associations(content);
        if (!associations.isEmpty()) {
            subject.set("association", associations);
        }
        return subject;
    }

    /** A pair of achievements, the one earned by holding the other. */
    private record Pair(String child, String parent) {}

    private static ArrayNode associations(Content content) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (HeldCredential parent : content.credentials()) {
            content.holdings().componentsOf(parent).stream()
                    .filter(content.credentials()::contains)
                    .forEach(child -> pairs.add(new Pair(achievement(child), achievement(parent))));
        }
        ArrayNode associations = JSON.arrayNode();
        pairs.forEach(pair -> associations
                .addObject()
                .put("type", "Association")
                .put("associationType", "isChildOf")
                .put("sourceId", pair.child())
                .put("targetId", pair.parent()));
        return associations;
    }

    private static String achievement(HeldCredential credential) {
        return tree(credential.document())
                .at("/credentialSubject/achievement/id")
                .asText();
    }

    static String achievementName(HeldCredential credential) {
        return tree(credential.document())
                .at("/credentialSubject/achievement/name")
                .asText();
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}
