package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.meritstream.events.AwardEvidence;

/**
 * The work that an award rests on, as Open Badges 3.0 Evidence: what it is, its media type, and a digest by which whoever is shown the work
 * can tell that it is this one. It has no id, because the work is at no public address, and does not tell how many tries it took.
 */
final class CredentialEvidence {
    private static final String DIGEST = "sha-256:";

    private CredentialEvidence() {}

    static ArrayNode of(List<AwardEvidence> evidence) {
        ArrayNode works = JsonNodeFactory.instance.arrayNode();
        for (AwardEvidence work : evidence) {
            ObjectNode node = works.addObject();
            node.putArray("type").add("Evidence");
            node.put("name", work.artifact());
            node.put("mediaType", work.mediaType());
            node.put("digestSRI", integrity(work.digest()));
        }
        return works;
    }

    /** VC Data Model 2.0 section 5.3: the form of Subresource Integrity, {@code sha256-} and the digest in base64. */
    static String integrity(String digest) {
        byte[] bytes = HexFormat.of().parseHex(digest.substring(DIGEST.length()));
        return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    }
}
