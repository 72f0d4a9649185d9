package org.meritstream.proving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody who guesses addresses: asks in turns for what is there but hidden from them and for what is not there at all. Both must be
 * answered to the byte alike, or the difference is an oracle.
 */
public final class Guesses {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;
    private final Map<String, String> headers;

    /**
     * Guesses below an address.
     *
     * @param base what a guess is put behind
     * @param headers of every request
     */
    public Guesses(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** Guesses of somebody with a staff token, of another tenant say. */
    public static Guesses ofStaff(String token, URI base) {
        return new Guesses(base, Map.of("Authorization", "Bearer " + token));
    }

    /** The distinct answers where things are known by UUIDs. */
    public Set<String> answers(List<String> hidden, int times) {
        return answers(hidden, () -> UUID.randomUUID().toString(), times);
    }

    /**
     * The distinct answers: status, headers and body. Prints how long either kind took; nothing is asserted by a clock.
     *
     * @param hidden what is there, asked for round and round
     * @param guess something that is not there
     * @param times how many requests, half of each kind
     */
    public Set<String> answers(List<String> hidden, Supplier<String> guess, int times) {
        Set<String> answers = new HashSet<>();
        List<Long> there = new ArrayList<>();
        List<Long> nowhere = new ArrayList<>();
        for (int i = 0; i < times / 2; i++) {
            answers.add(timed(hidden.get(i % hidden.size()), there));
            answers.add(timed(guess.get(), nowhere));
        }
        System.out.printf(
                Locale.ROOT,
                "%d guesses below %s: hidden ones took %s, unknown ones %s%n",
                times,
                base,
                percentiles(there),
                percentiles(nowhere));
        return answers;
    }

    /** Status, headers and body; the address asked for should be no part of any of them. */
    public String answer(String id) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + id));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + new TreeMap<>(answer.headers().map()) + " " + answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The service under test answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while guessing", e);
        }
    }

    private String timed(String id, List<Long> took) {
        long began = System.nanoTime();
        String answer = answer(id);
        took.add(System.nanoTime() - began);
        return answer;
    }

    private static String percentiles(List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f ms (p50), %.2f ms (p95)",
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6);
    }
}
