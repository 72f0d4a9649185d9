package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.issuance.issuer.Issuer;

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
    static ArrayNode of(AwardConferred conferred, Issuer issuer) {
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        for (AwardComponent component : orNone(conferred.components())) {
            ObjectNode node = evidence.addObject();
            node.put("id", issuer.credentialAddress(component.credential()));
            node.putArray("type").add("Evidence");
            node.put("name", component.achievement());
            node.put("genre", GENRE);
        }
        for (AwardEvidence work : orNone(conferred.evidence())) {
            ObjectNode node = evidence.addObject();
            node.putArray("type").add("Evidence");
            node.put("name", work.artifact());
            node.put("mediaType", work.mediaType());
            node.put("digestSRI", integrity(work.digest()));
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
