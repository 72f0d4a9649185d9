package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.verification.Controllers.Resolved;

/**
 * The keys of an issuer of tokens that is known by an address of the web (JWT VC Issuer Metadata, draft-ietf-oauth-sd-jwt-vc, section 4): a set of keys
 * at a well-known place before the path of its address, or at another one that is named there. Seen from here it is a controller like any other, each
 * of its keys under its {@code kid}.
 */
final class JwtIssuer {
    private static final String PLACE = "/.well-known/jwt-vc-issuer";

    private JwtIssuer() {}

    static Resolved resolve(String issuer, Documents documents) {
        URI address = metadata(issuer);
        if (address == null) {
            return new Resolved.Wrong("Its issuer's identifier is not a proper address.");
        }
        return switch (documents.read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing -> unread(missing);
            case Fetched.Found found -> keys(issuer, Controllers.tree(found), documents);
        };
    }

    private static Resolved keys(String issuer, @Nullable JsonNode metadata, Documents documents) {
        if (metadata == null) {
            return new Resolved.Unread("The issuer's list of keys could not be understood.");
        }
        if (!issuer.equals(metadata.path("issuer").asText())) {
            return new Resolved.Wrong("The list of keys at the issuer's address is somebody else's.");
        }
        URI elsewhere = StatusCheck.address(metadata.path("jwks_uri"));
        if (metadata.has("jwks") == (elsewhere != null)) {
            return new Resolved.Unread("The issuer's list of keys could not be understood.");
        }
        if (elsewhere == null) {
            return controller(issuer, metadata.path("jwks"));
        }
        return switch (documents.read(elsewhere, Wanted.DOCUMENT)) {
            case Fetched.Missing missing -> unread(missing);
            case Fetched.Found found -> controller(issuer, Controllers.tree(found));
        };
    }

    private static Resolved unread(Fetched.Missing missing) {
        return new Resolved.Unread("The issuer's list of keys could not be read. " + missing.reason());
    }

    private static Resolved controller(String issuer, @Nullable JsonNode set) {
        if (set == null || !set.path("keys").isArray()) {
            return new Resolved.Unread("The issuer's list of keys could not be understood.");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", issuer);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        for (JsonNode key : set.path("keys")) {
            String id = issuer + "#" + key.path("kid").asText();
            methods.addObject().put("id", id).put("controller", issuer).set("publicKeyJwk", key);
            assertion.add(id);
        }
        return new Resolved.Found(new Controller(issuer, document));
    }

    private static @Nullable URI metadata(String issuer) {
        try {
            URI uri = URI.create(issuer);
            if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return null;
            }
            String path = uri.getRawPath().equals("/") ? "" : uri.getRawPath();
            return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + PLACE + path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
