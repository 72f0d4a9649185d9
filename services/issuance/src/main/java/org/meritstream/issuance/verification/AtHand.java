package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;

/**
 * What a verifier would read for a document of our own, which was read together with it: the keys of its issuer, and its status list. All else is
 * not there.
 *
 * @param issuer id of the issuer
 * @param list address of the status list
 * @param keys the issuer's keys, or null when there are none
 * @param statusList the signed list, or null when it is not there
 */
public record AtHand(
        String issuer,
        String list,
        @Nullable List<ListedKey> keys,
        @Nullable String statusList) implements Documents {

    /** Of a document. */
    public static AtHand of(JsonNode document, @Nullable List<ListedKey> keys, @Nullable String statusList) {
        return new AtHand(
                document.at("/issuer/id").asText(),
                document.at("/credentialStatus/statusListCredential").asText(),
                keys,
                statusList);
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        if (address.toString().equals(list)) {
            return found(statusList);
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
