package org.meritstream.issuance.issuer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Contexts;

/** The two public documents of an issuer. Pure. */
public final class IssuerDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IssuerDocuments() {}

    /**
     * The DID document (DID Core 1.0): every key that ever signed, so that old credentials stay verifiable.
     *
     * @param multikeys public keys, the current one first
     */
    public static String did(Issuer issuer, List<String> multikeys) {
        return did(issuer.did(), issuer.aliases(), multikeys);
    }

    /** The same of an issuer of which no more is at hand. */
    public static String did(String did, List<String> alsoKnownAs, List<String> multikeys) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context").add(Contexts.DID_V1).add(Contexts.MULTIKEY_V1);
        document.put("id", did);
        ArrayNode aliases = document.putArray("alsoKnownAs");
        alsoKnownAs.forEach(aliases::add);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        for (String multikey : multikeys) {
            String method = did + "#" + multikey;
            methods.addObject()
                    .put("id", method)
                    .put("type", "Multikey")
                    .put("controller", did)
                    .put("publicKeyMultibase", multikey);
            assertion.add(method);
        }
        return document.toString();
    }

    /** The Open Badges 3.0 Profile as it stands alone, with its context. */
    public static String profile(Issuer issuer) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context").add(Contexts.CREDENTIALS_V2).add(Contexts.OPEN_BADGES);
        document.setAll(embedded(issuer));
        return document.toString();
    }

    /** The Profile as it stands in a credential. */
    public static ObjectNode embedded(Issuer issuer) {
        ObjectNode profile = JSON.objectNode();
        profile.put("id", issuer.did());
        profile.putArray("type").add("Profile");
        profile.put("name", issuer.name());
        profile.put("url", issuer.url());
        putIfKnown(profile, "email", issuer.email());
        putIfKnown(profile, "description", issuer.description());
        return profile;
    }

    private static void putIfKnown(ObjectNode node, String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(member, value);
        }
    }
}
