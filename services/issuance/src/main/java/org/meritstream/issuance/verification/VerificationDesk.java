package org.meritstream.issuance.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/** Takes what strangers hand in, and no more of it at once than this process can bear. */
@ApplicationScoped
class VerificationDesk {
    /** Of one batch. Each may wait for others' servers, so there are more than processors. */
    private static final int AT_A_TIME = 8;
    /** Bytes of others' documents that one batch keeps. */
    private static final long ROOM = 8 << 20;

    private final Verifier verifier;
    private final Documents documents;
    private final VerificationConfig config;
    private final Semaphore places;
    private final Semaphore batches;

    VerificationDesk(Verifier verifier, Documents documents, VerificationConfig config) {
        this.verifier = verifier;
        this.documents = documents;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
        this.batches = new Semaphore(config.batches());
    }

    /**
     * Verifies what was handed in. May wait for what others publish.
     *
     * @param opened takes it apart, when there is a place for it: pictures take their time
     */
    Answered verify(Supplier<Opened> opened, Instant now) {
        if (!places.tryAcquire()) {
            return new Answered.Busy();
        }
        try {
            Opened what = opened.get();
            return what instanceof Opened.Busy ? new Answered.Busy() : verify(what, documents, now);
        } finally {
            places.release();
        }
    }

    /**
     * Verifies several, some at a time, and reads for all of them together what they share. In the order in which they came; empty when enough is
     * being verified at this moment.
     *
     * @param items takes them apart, when there is a place for them
     */
    Optional<List<BatchVerdict>> verifyAll(Supplier<List<BatchItem>> items, Instant now) {
        if (!batches.tryAcquire()) {
            return Optional.empty();
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofVirtual().name("batch-", 1).factory())) {
            Documents shared = new SharedReading(documents, config.longestBatch(), ROOM);
            long end = System.nanoTime() + config.longestBatch().toNanos();
            List<Future<BatchVerdict>> verdicts = items.get().stream()
                    .map(item -> threads.submit(() -> new BatchVerdict(
                            item, System.nanoTime() < end ? verify(opened(item, end), shared, now) : late(now))))
                    .toList();
            return Optional.of(verdicts.stream().map(VerificationDesk::done).toList());
        } finally {
            batches.release();
        }
    }

    /** A picture waits for its turn as long as there is time. */
    private static Opened opened(BatchItem item, long end) {
        Opened opened = item.opened().get();
        while (opened instanceof Opened.Busy && System.nanoTime() < end) {
            opened = item.opened().get();
        }
        return opened;
    }

    private static Answered.Seen late(Instant now) {
        return new Answered.Verified(Verification.unread(CheckName.PARSE.unchecked(SharedReading.OVER), now));
    }

    private static BatchVerdict done(Future<BatchVerdict> verdict) {
        try {
            return verdict.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was verified", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A credential of a batch could not be looked into", e);
        }
    }

    private Answered.Seen verify(Opened opened, Documents source, Instant now) {
        Reading reading = new Reading(source, config.addresses(), config.longest());
        return switch (opened) {
            case Opened.Address address -> new Answered.Verified(at(address.address(), reading, now));
            case Opened.Nothing nothing -> new Answered.Refused(nothing.reason());
            case Opened.Credential credential ->
                new Answered.Verified(verifier.verify(credential.presented(), reading, now));
            case Opened.Presentation presentation -> new Answered.Verified(verifier.verify(presentation, reading, now));
            case Opened.Closed closed -> new Answered.Verified(Verification.unread(closed.parse(), now));
            case Opened.Busy ignored -> late(now);
        };
    }

    private Verification at(URI address, Documents reading, Instant now) {
        return switch (reading.read(address, Wanted.CREDENTIAL)) {
            case Fetched.Missing missing ->
                Verification.unread(CheckName.PARSE.unchecked("It could not be read. " + missing.reason()), now);
            case Fetched.Found found -> found(Opening.open(found.body().getBytes()), reading, now);
        };
    }

    private Verification found(Opened opened, Documents reading, Instant now) {
        return switch (opened) {
            case Opened.Credential credential -> verifier.verify(credential.presented(), reading, now);
            case Opened.Presentation presentation -> verifier.verify(presentation, reading, now);
            case Opened.Closed closed -> Verification.unread(closed.parse(), now);
            case Opened.Busy ignored ->
                Verification.unread(
                        CheckName.PARSE.unchecked(
                                "What is there is a picture, and enough of them are being looked at."),
                        now);
            case Opened.Address ignored ->
                Verification.unread(
                        CheckName.PARSE.invalid("What is there is no credential, but another address."), now);
            case Opened.Nothing nothing ->
                Verification.unread(
                        CheckName.PARSE.invalid("What is there is no credential. " + nothing.reason()), now);
        };
    }
}
