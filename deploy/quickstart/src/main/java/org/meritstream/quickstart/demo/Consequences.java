package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.client.Reply;
import org.meritstream.quickstart.processes.Unavailable;

/** Follows a delivery through the other services: which dossiers it changed, which awards it led to, which credentials were signed. */
final class Consequences {
    static final Found NONE = new Found(0, List.of(), List.of());
    /**
     * An activity that no achievement asks for changes no dossier. Nobody announces that, and on a slow machine evidence takes seconds to come
     * to a delivery, so it takes this long to say that none came.
     */
    static final Duration FOR_A_DOSSIER = Duration.ofSeconds(30);

    private static final Duration FOR_A_CREDENTIAL = Duration.ofSeconds(30);
    private static final int FIRST_FAULT = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final Duration forADossier;

    Consequences(Api api, Duration forADossier) {
        this.api = api;
        this.forADossier = forADossier;
    }

    /**
     * What came of a delivery.
     *
     * @param dossiers how many it changed
     * @param credentials offered to learners
     * @param explanations of the evaluations, in words
     */
    record Found(int dossiers, List<Outcome.Credential> credentials, List<String> explanations) {}

    Found of(String delivery, List<String> events) throws IOException, InterruptedException {
        List<JsonNode> dossiers = await("/api/dossiers?delivery=" + delivery, "dossiers", forADossier);
        if (dossiers.isEmpty()) {
            return NONE;
        }
        List<String> explanations = new ArrayList<>();
        for (JsonNode dossier : dossiers) {
            explanations.addAll(Explanations.of(
                    api.get("/api/dossiers/" + dossier.path("id").asText()).body()));
        }
        List<Outcome.Credential> credentials = new ArrayList<>();
        for (JsonNode award : awards(events)) {
            if (award.path("state").asText().equals("CONFERRED")) {
                credentials.add(credential(award.path("id").asText()));
            }
        }
        return new Found(dossiers.size(), List.copyOf(credentials), List.copyOf(explanations));
    }

    /** The awards that rest on the events, each once. */
    List<JsonNode> awards(List<String> events) throws IOException, InterruptedException {
        Map<String, JsonNode> awards = new LinkedHashMap<>();
        for (String event : events) {
            for (JsonNode award : list(api.get("/api/awards?event=" + event), "awards")) {
                awards.put(award.path("id").asText(), award);
            }
        }
        return List.copyOf(awards.values());
    }

    /** The credential of a conferred award, with a fresh claim link; waits until it is signed and offered. */
    Outcome.Credential credential(String award) throws IOException, InterruptedException {
        List<JsonNode> signed = await("/api/credentials?award=" + award, "credentials", FOR_A_CREDENTIAL);
        String id = signed.isEmpty() ? "" : signed.getFirst().path("id").asText();
        String offers = "/api/wallet/offers";
        List<JsonNode> offered = await(offers + "?credential=" + id, "offers", FOR_A_CREDENTIAL);
        if (offered.isEmpty()) {
            throw new Unavailable("The award " + award + " was conferred, but no credential was offered within "
                    + FOR_A_CREDENTIAL.toSeconds() + " s; see deploy/quickstart.sh logs issuance.");
        }
        Reply link = api.post(offers + "/" + id + "/links", Json.object()).orRefuse("A claim link");
        String address = offered.getFirst()
                .path("address")
                .asText(api.address("/credentials/" + id).toString());
        return new Outcome.Credential(id, address, link.body().path("claim").asText());
    }

    private List<JsonNode> await(String path, String member, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            List<JsonNode> found = list(api.get(path), member);
            if (!found.isEmpty() || System.nanoTime() > end) {
                return found;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The entries of a listing, whether it is an array or an object that holds one. */
    private static List<JsonNode> list(Reply reply, String member) {
        if (reply.status() >= FIRST_FAULT) {
            reply.orRefuse("The list of " + member);
        }
        JsonNode body = reply.success() ? reply.body() : MissingNode.getInstance();
        JsonNode array = body.isArray() ? body : body.path(member);
        List<JsonNode> entries = new ArrayList<>();
        array.forEach(entries::add);
        return entries;
    }
}
