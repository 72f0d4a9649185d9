package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusPurpose;
import org.meritstream.issuance.template.SlotKind;
import org.meritstream.issuance.template.Value;

/**
 * The {@code credentialStatus} of a document (Bitstring Status List 1.0, section 2.1). 1EdTech's schema allows one entry, an object, and wants an id that is
 * not the list's address. A credential that may be suspended has two, of one index in two lists (docs/adr/0054). Pure.
 */
public final class StatusEntries {
    /** How two begin in a document; the quotation marks can not stand so within a text. */
    static final String TWO = "\"credentialStatus\":[";

    private StatusEntries() {}

    /** Of a document that may be revoked and nothing else. */
    public static JsonNode of(Issuer issuer, StatusEntry entry) {
        return of(issuer, entry, false);
    }

    /** @param suspendable whether it may be suspended, too */
    static JsonNode of(Issuer issuer, StatusEntry entry, boolean suspendable) {
        List<Value> own = new ArrayList<>();
        addTo(own, issuer, entry, suspendable);
        return of(
                issuer, entry.list(), suspendable, own.stream().map(Value::text).iterator());
    }

    /** The same, with the values of {@link #addTo}. */
    static JsonNode of(Issuer issuer, String list, boolean suspendable, Iterator<String> own) {
        ObjectNode revocation = entry(issuer.statusAddress(list), StatusPurpose.REVOCATION, own.next(), own.next());
        if (!suspendable) {
            return revocation;
        }
        ArrayNode both = JsonNodeFactory.instance.arrayNode();
        both.add(revocation);
        return both.add(entry(issuer.suspensionAddress(list), StatusPurpose.SUSPENSION, own.next(), own.next()));
    }

    /** The entry of a document that says whether it is revoked, of one or of two. */
    public static JsonNode revocation(JsonNode document) {
        JsonNode status = document.path("credentialStatus");
        return status.isArray() ? status.path(0) : status;
    }

    /** What of them is the credential's own: of each its address and its index. */
    static void addTo(List<Value> own, Issuer issuer, StatusEntry entry, boolean suspendable) {
        add(own, issuer.statusAddress(entry.list()), entry.index());
        if (suspendable) {
            add(own, issuer.suspensionAddress(entry.list()), entry.index());
        }
    }

    private static void add(List<Value> own, String list, int index) {
        own.add(new Value(SlotKind.ADDRESS, list + "#" + index));
        own.add(new Value(SlotKind.TEXT, Integer.toString(index)));
    }

    private static ObjectNode entry(String list, StatusPurpose purpose, String entry, String index) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", entry)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", purpose.text())
                .put("statusListIndex", index)
                .put("statusListCredential", list);
    }
}
