package org.meritstream.issuance.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.UnsafeDocument;

/**
 * Canonicalizes documents of one kind: by a template where their shape has one, in full where it has none or a value does not fit. The full
 * way is taken for the first document of a shape, which the template must come to the same bytes for, and for one in {@link #RECHECKED}
 * after that. Safe to share between threads.
 */
public final class Templates {
    /** How often a spliced document is canonicalized in full all the same. */
    public static final int RECHECKED = 1000;

    private static final Logger LOG = Logger.getLogger(Templates.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Some 40 kB each. */
    private static final int KEPT = 256;

    private final Slots slots;
    private final Function<String, byte[]> full;
    private final Function<String, List<String>> check;
    private final Consumer<Event> events;
    private final AtomicLong spliced = new AtomicLong();
    private final Map<String, Known> byShape = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > KEPT;
        }
    };

    /** What is known of a shape: its template, if it can have one. */
    private record Known(Optional<QuadTemplate> template) {}

    /** What happened to a document, to be counted. */
    public enum Event {
        /** Spliced. */
        SPLICED,
        /** Canonicalized in full: the first of its shape. */
        BUILT,
        /** Canonicalized in full: its shape can have no template. */
        UNFIT,
        /** Canonicalized in full: a value does not fit its slot, or would change more than its slot. */
        REFUSED,
        /** Spliced, and found to be the same as in full. */
        RECHECKED,
        /** Spliced, and found to differ: the shape has no template any more. */
        DIFFERED
    }

    /** What came of a document. */
    public sealed interface Outcome {

        /** Its canonical N-Quads. */
        final class Canonical implements Outcome {
            private final byte[] bytes;

            Canonical(byte[] bytes) {
                this.bytes = bytes;
            }

            /** UTF-8; not to be changed. */
            public byte[] bytes() {
                return bytes;
            }
        }

        /** The check found this wrong with it. */
        record Broken(List<String> violations) implements Outcome {}
    }

    /**
     * @param full the full canonicalization
     * @param check what is wrong with a document; asked on the full way, since what a slot admits breaks nothing
     * @param events told of each document
     */
    public Templates(
            Slots slots, Function<String, byte[]> full, Function<String, List<String>> check, Consumer<Event> events) {
        this.slots = slots;
        this.full = full;
        this.check = check;
        this.events = events;
    }

    /**
     * Canonicalizes a document.
     *
     * @throws UnsafeDocument when its canonical form would not cover all of it
     */
    public Outcome canonical(String document) {
        JsonNode tree = tree(document);
        Shape shape = Shape.of(tree, slots);
        Known known = known(shape.skeleton());
        if (!shape.isSound()) {
            return inFull(document, Event.REFUSED);
        }
        if (known == null) {
            return first(document, tree, shape);
        }
        if (known.template().isEmpty()) {
            return inFull(document, Event.UNFIT);
        }
        Optional<byte[]> bytes = known.template().get().splice(shape.values());
        return bytes.isPresent() ? spliced(document, shape, bytes.get()) : inFull(document, Event.REFUSED);
    }

    private Outcome spliced(String document, Shape shape, byte[] bytes) {
        events.accept(Event.SPLICED);
        if (spliced.incrementAndGet() % RECHECKED != 0) {
            return new Outcome.Canonical(bytes);
        }
        byte[] right = full.apply(document);
        if (Arrays.equals(bytes, right)) {
            events.accept(Event.RECHECKED);
        } else {
            events.accept(Event.DIFFERED);
            LOG.error("template.differed");
            keep(shape.skeleton(), new Known(Optional.empty()));
        }
        return new Outcome.Canonical(right);
    }

    private Outcome inFull(String document, Event why) {
        events.accept(why);
        List<String> violations = check.apply(document);
        return violations.isEmpty() ? new Outcome.Canonical(full.apply(document)) : new Outcome.Broken(violations);
    }

    /** The first of a shape. It makes a template only if it passes the check and comes out the same both ways. */
    private Outcome first(String document, JsonNode tree, Shape shape) {
        Outcome outcome = inFull(document, Event.BUILT);
        if (outcome instanceof Outcome.Canonical canonical) {
            Optional<QuadTemplate> made = made(tree, shape)
                    .filter(template -> template.splice(shape.values())
                            .filter(bytes -> Arrays.equals(bytes, canonical.bytes()))
                            .isPresent());
            keep(shape.skeleton(), new Known(made));
        }
        return outcome;
    }

    private Optional<QuadTemplate> made(JsonNode tree, Shape shape) {
        if (!shape.canBeMarked()) {
            return Optional.empty();
        }
        try {
            byte[] canonical = full.apply(Shape.marked(tree, slots).toString());
            return QuadTemplate.of(
                    canonical, shape.values().stream().map(Shape.Value::kind).toList());
        } catch (UnsafeDocument e) {
            return Optional.empty();
        }
    }

    private @Nullable Known known(String skeleton) {
        synchronized (byShape) {
            return byShape.get(skeleton);
        }
    }

    private void keep(String skeleton, Known known) {
        synchronized (byShape) {
            byShape.put(skeleton, known);
        }
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UnsafeDocument("The document is not JSON", e);
        }
    }
}
