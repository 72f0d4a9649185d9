package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.issuance.credential.CredentialShape.Support;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.template.SlotKind;
import org.meritstream.issuance.template.Value;

/**
 * What an award rests on, as Open Badges 3.0 Evidence.
 *
 * <p>A credential: by its address, which shows it once its learner shares it and answers 404 until then. A work: what it is, its media type,
 * and a digest by which whoever is shown the work can tell that it is this one. That has no id, because the work is at no public address, and
 * does not tell how many tries it took.
 */
final class CredentialEvidence {
    private static final String DIGEST = "sha-256:";
    private static final String GENRE = "Credential";

    private CredentialEvidence() {}

    /** The credentials first, then the works; empty where the award rests on neither. */
    static List<Support> shapes(AwardConferred conferred) {
        List<Support> shapes = new ArrayList<>();
        for (AwardComponent component : orNone(conferred.components())) {
            shapes.add(new Support.Component(component.achievement()));
        }
        for (AwardEvidence work : orNone(conferred.evidence())) {
            shapes.add(new Support.Work(work.artifact(), work.mediaType()));
        }
        return List.copyOf(shapes);
    }

    /** Adds what each of them has of its own, in the same order. */
    static void addTo(List<Value> own, AwardConferred conferred, Issuer issuer) {
        for (AwardComponent component : orNone(conferred.components())) {
            own.add(new Value(SlotKind.ADDRESS, issuer.credentialAddress(component.credential())));
        }
        for (AwardEvidence work : orNone(conferred.evidence())) {
            own.add(new Value(SlotKind.TEXT, integrity(work.digest())));
        }
    }

    /** The member. */
    static ArrayNode of(List<Support> shapes, Iterator<String> own) {
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        for (Support shape : shapes) {
            ObjectNode node = evidence.addObject();
            switch (shape) {
                case Support.Component(String achievement) -> {
                    node.put("id", own.next());
                    node.putArray("type").add("Evidence");
                    node.put("name", achievement);
                    node.put("genre", GENRE);
                }
                case Support.Work(String artifact, String mediaType) -> {
                    node.putArray("type").add("Evidence");
                    node.put("name", artifact);
                    node.put("mediaType", mediaType);
                    node.put("digestSRI", own.next());
                }
            }
        }
        return evidence;
    }

    private static <V> List<V> orNone(@Nullable List<V> some) {
        return some == null ? List.of() : some;
    }

    /** VC Data Model 2.0 section 5.3: the form of Subresource Integrity, {@code sha256-} and the digest in base64. */
    static String integrity(String digest) {
        byte[] bytes = HexFormat.of().parseHex(digest.substring(DIGEST.length()));
        return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    }
}
