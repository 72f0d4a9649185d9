package org.meritstream.issuance.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.meritstream.issuance.issuer.Issuer;

/**
 * The list as the claims of a Status List Token (draft-ietf-oauth-status-list, section 5.1), for what is verified by tokens: the entries, the moment and
 * the end of the list as a credential. Pure.
 */
public final class StatusListToken {
    /** The {@code typ} of its header. */
    public static final String TYPE = "statuslist+jwt";

    /** What it is served as. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    private StatusListToken() {}

    /** The claims to be signed, as JSON text. */
    public static String claims(Issuer issuer, String list, ListBits bits, Instant from) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer.did())
                .put("sub", issuer.statusAddress(list))
                .put("iat", from.getEpochSecond())
                .put("exp", from.plus(StatusListCredential.LIFE).getEpochSecond())
                .put("ttl", StatusListCredential.TTL.toSeconds());
        claims.putObject("status_list").put("bits", TokenStatuses.size(bits)).put("lst", TokenStatuses.encoded(bits));
        return claims.toString();
    }
}
