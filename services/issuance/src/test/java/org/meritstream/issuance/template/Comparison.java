package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.template.RandomCredentials.RandomCredential;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** Random credentials by their templates and beside that in full: which come to other bytes, and which a template refuses. */
final class Comparison {
    /** What was told last on this thread, which canonicalizes one credential after the other. */
    private static final ThreadLocal<Event> LAST = new ThreadLocal<>();

    private final Map<Event, LongAdder> told = new ConcurrentHashMap<>();
    private final Queue<Long> differing = new ConcurrentLinkedQueue<>();
    private final LongAdder compared = new LongAdder();
    private final LongAdder hostile = new LongAdder();
    private final LongAdder refusedThoughBenign = new LongAdder();
    private final LongAdder refusedThenAlike = new LongAdder();
    private final LongAdder refusedThenUnsafe = new LongAdder();

    private final Templates templates =
            new Templates(SignedFixture.SUITE::canonical, document -> List.of(), this::happened);

    private Comparison() {}

    /** Compares so many, this share of them hostile; what it found is printed. */
    static Comparison of(long seed, int credentials, double share) {
        Comparison comparison = new Comparison();
        long began = System.nanoTime();
        LongStream.range(0, credentials)
                .parallel()
                .forEach(number -> comparison.compare(number, RandomCredentials.credential(seed, number, share)));
        System.out.printf(
                "templates, seed %d, %.1f s: %s%n", seed, (System.nanoTime() - began) / 1e9, comparison.told());
        return comparison;
    }

    private void compare(long number, RandomCredential credential) {
        String document =
                credential.text(credential.values().stream().map(Value::text).toList());
        Draft draft = templates.draft(credential);
        String inFull = orUnsafe(() -> SignedFixture.SUITE.canonical(document));
        LAST.remove();
        String byTemplate = orUnsafe(() -> bytes(draft.canonical()));
        boolean alike = draft.document().equals(document) && byTemplate.equals(inFull);
        if (!alike) {
            differing.add(number);
        }
        if (LAST.get() == Event.REFUSED) {
            refused(credential, alike, inFull);
        }
        if (credential.hostile()) {
            hostile.increment();
        }
        compared.increment();
    }

    private void refused(RandomCredential credential, boolean alike, String inFull) {
        if (alike) {
            (inFull.isEmpty() ? refusedThenUnsafe : refusedThenAlike).increment();
        }
        if (!credential.hostile()) {
            refusedThoughBenign.increment();
        }
    }

    private void happened(Event event) {
        LAST.set(event);
        told.computeIfAbsent(event, first -> new LongAdder()).increment();
    }

    /** The canonical text, or none where a proof would not cover all of the document. */
    private static String orUnsafe(Supplier<byte[]> way) {
        try {
            return new String(way.get(), StandardCharsets.UTF_8);
        } catch (UnsafeDocument e) {
            return "";
        }
    }

    private static byte[] bytes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Canonical canonical -> canonical.bytes();
            case Outcome.Broken broken -> throw new AssertionError("broken: " + broken.violations());
        };
    }

    /** Numbers of credentials that come to other bytes than in full, or that one of the two ways alone takes for unsafe. */
    List<Long> differing() {
        return differing.stream().sorted().limit(20).toList();
    }

    long compared() {
        return compared.sum();
    }

    long hostile() {
        return hostile.sum();
    }

    /** Those that a template refused and that have no hostile value. */
    long refusedThoughBenign() {
        return refusedThoughBenign.sum();
    }

    /** Those that a template refused and that went the full way: to the bytes of the full way, or to its own refusal. */
    long refusedThenInFull() {
        return refusedThenAlike.sum() + refusedThenUnsafe.sum();
    }

    long count(Event event) {
        LongAdder counted = told.get(event);
        return counted == null ? 0 : counted.sum();
    }

    /** In words, with the rate of what was refused. */
    String told() {
        return String.format(
                Locale.ROOT,
                "%,d credentials, %,d of them hostile; refused %,d (%.2f %%), then the same in full %,d, unsafe in full too %,d; refused though benign %,d; %s",
                compared(),
                hostile(),
                count(Event.REFUSED),
                100.0 * count(Event.REFUSED) / Math.max(1, compared()),
                refusedThenAlike.sum(),
                refusedThenUnsafe.sum(),
                refusedThoughBenign(),
                told);
    }
}
