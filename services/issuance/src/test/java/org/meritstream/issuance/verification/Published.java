package org.meritstream.issuance.verification;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;

/** What stands on the web, in a test's memory; it remembers what was read. */
public final class Published implements Documents {
    static final String DID = "https://localhost:8080/issuers/northgate/did.json";
    static final String LIST = "http://localhost:8080/status/northgate-1";

    static final String SUSPENSIONS = LIST + "-suspension";

    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> statusTokens = new HashMap<>();
    private final List<URI> read = new ArrayList<>();

    /** Northgate's keys, and its status list with these bits set. */
    public static Published byNorthgate(Integer... revoked) {
        return new Published()
                .with(DID, IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(SignedFixture.MULTIKEY))))
                .with(LIST, SignedFixture.statusList(revoked))
                .with(SUSPENSIONS, SignedFixture.suspensionList())
                .withStatusToken(LIST, SignedFixture.statusToken(revoked));
    }

    /** The controllers of 1EdTech's samples. */
    static Published bySampleIssuers() {
        Published published = new Published();
        for (String place : List.of(
                "1edtech.edu/issuers/565049",
                "example.com/issuers/876543",
                "example.edu/issuers/565049",
                "state.gov/issuers/565049")) {
            published.with("https://" + place, Resources.text("/vectors/ob3/web/" + place + ".json"));
        }
        return published;
    }

    public Published with(String address, String document) {
        documents.put(address, document);
        return this;
    }

    Published withStatusToken(String address, String token) {
        statusTokens.put(address, token);
        return this;
    }

    public Published without(String address) {
        documents.remove(address);
        statusTokens.remove(address);
        return this;
    }

    List<URI> read() {
        return read;
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        read.add(address);
        String document = (wanted == Wanted.STATUS_TOKEN ? statusTokens : documents).get(address.toString());
        return document == null
                ? new Fetched.Missing("Its server answers with status 404.")
                : Fetched.Found.of(document);
    }
}
