package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * From an issuer's id to its keys: {@code did:key} is its own document, {@code did:web} and addresses of the web are read. A key that stands in
 * an id's fragment proves nothing by that: whoever makes a key could write anybody's address before it.
 */
final class Controllers {
    private static final String DID_KEY = "did:key:";
    /** Letters of a document with keys, of which each proof has all looked through: of some hundred keys. */
    private static final int LONGEST = 256 * 1024;

    private static final Pattern MULTIBASE = Pattern.compile("z[1-9A-HJ-NP-Za-km-z]{10,200}");

    private Controllers() {}

    /** What became of looking for an issuer's keys. */
    sealed interface Resolved {

        /** They are known. */
        record Found(Controller controller) implements Resolved {}

        /** They could not be read. */
        record Unread(String reason) implements Resolved {}

        /** What was read there is not this issuer's. */
        record Wrong(String reason) implements Resolved {}
    }

    static Resolved resolve(String id, Documents documents) {
        if (id.startsWith(DID_KEY)) {
            return ofKey(id);
        }
        if (id.startsWith(DidWeb.PREFIX)) {
            URI address = DidWeb.address(id);
            return address == null
                    ? new Resolved.Wrong("Its issuer's identifier is not a proper did:web.")
                    : read(id, address, documents);
        }
        URI address = web(id);
        return address == null
                ? new Resolved.Unread("Its issuer is identified in a way that this service does not know; it knows "
                        + "did:web, did:key and https addresses.")
                : read(id, address, documents);
    }

    /** did:key method 0.9, section 3.1: the one key of the document is the id itself. */
    private static Resolved ofKey(String id) {
        String multikey = id.substring(DID_KEY.length());
        if (!MULTIBASE.matcher(multikey).matches()) {
            return new Resolved.Wrong("Its issuer's identifier is not a proper did:key.");
        }
        String method = id + "#" + multikey;
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", id);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", method)
                .put("type", "Multikey")
                .put("controller", id)
                .put("publicKeyMultibase", multikey);
        document.putArray("assertionMethod").add(method);
        return new Resolved.Found(new Controller(id, document));
    }

    private static Resolved read(String id, URI address, Documents documents) {
        return switch (documents.read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing ->
                new Resolved.Unread("The issuer's list of keys could not be read. " + missing.reason());
            case Fetched.Found found -> controller(id, tree(found));
        };
    }

    /** What is there, where it is no more than a list of keys may be. */
    static @Nullable JsonNode tree(Fetched.Found found) {
        return found.body().length() > LONGEST ? null : Opening.tree(found.text());
    }

    private static Resolved controller(String id, @Nullable JsonNode document) {
        if (document == null) {
            return new Resolved.Unread("The issuer's list of keys could not be understood.");
        }
        return id.equals(document.path("id").asText())
                ? new Resolved.Found(new Controller(id, document))
                : new Resolved.Wrong("The list of keys at the issuer's address is somebody else's.");
    }

    private static @Nullable URI web(String id) {
        try {
            URI address = new URI(id);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null && address.getRawFragment() == null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
