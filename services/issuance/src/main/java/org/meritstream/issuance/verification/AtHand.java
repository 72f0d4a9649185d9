package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;

/**
 * What a verifier would read for a document of our own, which was read together with it: the keys of its issuer, and its status lists. All else is
 * not there.
 *
 * @param issuer id of the issuer
 * @param keys the issuer's keys, or null when there are none
 * @param lists the signed lists by the addresses that the document names, null where one is not there
 */
public record AtHand(String issuer, @Nullable List<ListedKey> keys, Map<String, @Nullable String> lists)
        implements Documents {

    /**
     * Of a document that may be revoked and nothing else.
     *
     * @param revocations the signed list, or null when it is not there
     */
    public static AtHand of(JsonNode document, @Nullable List<ListedKey> keys, @Nullable String revocations) {
        return of(document, keys, revocations, null);
    }

    /**
     * Of any.
     *
     * @param suspensions the signed list, or null when there is none
     */
    public static AtHand of(
            JsonNode document,
            @Nullable List<ListedKey> keys,
            @Nullable String revocations,
            @Nullable String suspensions) {
        Map<String, @Nullable String> lists = new HashMap<>();
        JsonNode status = document.path("credentialStatus");
        for (JsonNode entry : status.isArray() ? status : List.of(status)) {
            boolean suspension =
                    Check.SUSPENSION.equals(entry.path("statusPurpose").asText());
            lists.put(entry.path("statusListCredential").asText(), suspension ? suspensions : revocations);
        }
        return new AtHand(document.at("/issuer/id").asText(), keys, lists);
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        if (lists.containsKey(address.toString())) {
            return found(lists.get(address.toString()));
        }
        return found(wanted == Wanted.DOCUMENT ? controller() : null);
    }

    private @Nullable String controller() {
        return keys == null ? null : IssuerDocuments.did(issuer, List.of(), keys);
    }

    private static Fetched found(@Nullable String document) {
        return document == null ? new Fetched.Missing("It is not there.") : Fetched.Found.of(document);
    }
}
