package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Reply;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.seed.Sender;

/** Sends a payload as its sender would and waits for what becomes of it. */
final class Courier {
    private static final String DELIVERY_HEADER = "Meritstream-Delivery";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final Consequences consequences;

    Courier(Api api, Consequences consequences) {
        this.api = api;
        this.consequences = consequences;
    }

    /** Returns when the delivery was mapped, or will not be, and its credentials are offered. */
    Outcome send(Sender sender, byte[] payload) throws IOException, InterruptedException {
        Sender.Request request = sender.request(payload);
        Reply reply = api.deliver(request.path(), request.headers(), request.body());
        if (!reply.success()) {
            return Outcome.refused(reply.reason());
        }
        String id = reply.headers().firstValue(DELIVERY_HEADER).orElse("-");
        JsonNode delivery = settled(id);
        List<String> learners = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (JsonNode event : delivery.path("events")) {
            if (event.path("state").asText("MAPPED").equals("MAPPED")) {
                events.add(event.path("id").asText());
                if (event.hasNonNull("learner")
                        && !learners.contains(event.path("learner").asText())) {
                    learners.add(event.path("learner").asText());
                }
            }
        }
        String state = delivery.path("state").asText().toLowerCase(Locale.ROOT);
        Consequences.Found found = state.equals("mapped") ? consequences.of(id, events) : Consequences.NONE;
        return new Outcome(id, state, reason(delivery), List.copyOf(learners), found);
    }

    private JsonNode settled(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Reply reply = api.get("/api/intake/deliveries/" + id);
            if (reply.success() && !reply.body().path("state").asText().equals("RECEIVED")) {
                return reply.body();
            }
            if (System.nanoTime() > end) {
                throw new Unavailable("The delivery " + id + " was accepted, but nothing became of it within "
                        + PATIENCE.toSeconds() + " s; see deploy/quickstart.sh logs assessment.");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The product's code and sentence; a mapped delivery has none, so it is told by the facts that it became. */
    private static String reason(JsonNode delivery) {
        String code = delivery.path("reason").asText("");
        if (!code.isEmpty()) {
            String sentence = delivery.path("explanation").asText("");
            return sentence.isEmpty() ? code : code + ": " + sentence;
        }
        List<String> facts = new ArrayList<>();
        delivery.path("events")
                .forEach(event -> facts.add(event.path("type")
                        .asText(event.path("state").asText().toLowerCase(Locale.ROOT) + " "
                                + event.path("reason").asText(""))));
        return facts.isEmpty() ? "ok" : String.join(", ", facts);
    }
}
