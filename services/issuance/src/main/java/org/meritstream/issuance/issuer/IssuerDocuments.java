package org.meritstream.issuance.issuer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.KeyKind;

/** The two public documents of an issuer. Pure. */
public final class IssuerDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IssuerDocuments() {}

    /**
     * The DID document (DID Core 1.0): every key that ever signed, so that old credentials stay verifiable. Each stands there as Multikey for
     * proofs and as JWK for tokens, under the name that either knows it by; an RSA key as JWK alone. One that was compromised is marked so
     * ({@code revoked}, Controlled Identifiers 1.0, section 2.2) and is no longer for assertions: a verifier that reads either does not believe it.
     *
     * @param keys the current ones first
     */
    public static String did(Issuer issuer, List<ListedKey> keys) {
        return did(issuer.did(), issuer.aliases(), keys);
    }

    /** The same of an issuer of which no more is at hand. */
    public static String did(String did, List<String> alsoKnownAs, List<ListedKey> keys) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add(Contexts.DID_V1)
                .add(Contexts.MULTIKEY_V1)
                .add(Contexts.JWK_V1);
        document.put("id", did);
        ArrayNode aliases = document.putArray("alsoKnownAs");
        alsoKnownAs.forEach(aliases::add);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        keys.stream().filter(key -> key.key().kind() != KeyKind.RSA).forEach(key -> {
            String multikey = key.key().multikey();
            methods.add(method(did, multikey, "Multikey", key).put("publicKeyMultibase", multikey));
        });
        for (ListedKey key : keys) {
            ObjectNode method = method(did, key.key().thumbprint(), "JsonWebKey", key);
            ObjectNode jwk = method.putObject("publicKeyJwk");
            key.key().jwk().forEach((member, value) -> jwk.put(member, value.toString()));
            methods.add(method);
        }
        methods.forEach(method -> {
            if (!method.has("revoked")) {
                assertion.add(method.path("id"));
            }
        });
        return document.toString();
    }

    private static ObjectNode method(String did, String name, String type, ListedKey key) {
        ObjectNode method =
                JSON.objectNode().put("id", did + "#" + name).put("type", type).put("controller", did);
        return key.revoked() == null
                ? method
                : method.put("revoked", key.revoked().toString());
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
