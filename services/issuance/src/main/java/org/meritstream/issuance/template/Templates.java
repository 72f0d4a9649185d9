package org.meritstream.issuance.template;

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

/**
 * Writes and canonicalizes documents: by a template where their shape has one, in full where it has none or a value does not fit. The full
 * way is taken for the first document of a shape, which the template must come to the same bytes for, and for one in {@link #RECHECKED}
 * after that. Safe to share between threads.
 */
public final class Templates {
    /** How often a spliced document is written and canonicalized in full all the same. */
    public static final int RECHECKED = 1000;

    private static final Logger LOG = Logger.getLogger(Templates.class);
    /** Some 60 kB each. */
    static final int KEPT = 256;

    private final Function<String, byte[]> full;
    private final Function<String, List<String>> check;
    private final Consumer<Event> events;
    private final AtomicLong drafted = new AtomicLong();
    private final Withdrawn withdrawn = new Withdrawn(KEPT);
    private final Map<Object, Known> byShape = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Known> eldest) {
            return size() > KEPT;
        }
    };

    /** What is known of a shape: its template, if it can have one. */
    private record Known(Optional<Template> template) {
        static final Known UNFIT = new Known(Optional.empty());
    }

    /** What happened to a document, to be counted. */
    public enum Event {
        /** Spliced. */
        SPLICED,
        /** Canonicalized in full: the first of its shape. */
        BUILT,
        /** Canonicalized in full: its shape can have no template, or it is there as text alone. */
        UNFIT,
        /** Canonicalized in full: a value does not fit its slot, or would change more than its slot. */
        REFUSED,
        /** Spliced, and found to be the same as in full. */
        RECHECKED,
        /** Spliced, and found to differ, or to be what the check refuses: the shape has no template any more. */
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
     * @param check what is wrong with a document; asked on the full way and of what is rechecked, since what a slot admits should break nothing
     * @param events told of each document
     */
    public Templates(Function<String, byte[]> full, Function<String, List<String>> check, Consumer<Event> events) {
        this.full = full;
        this.check = check;
        this.events = events;
    }

    /** Writes a document. */
    public Draft draft(Composition composition) {
        Known known = known(composition.shape());
        List<Value> values = composition.values();
        return known == null || known.template().isEmpty() || !Value.areSound(values)
                ? inFull(composition)
                : filled(composition, known.template().get(), Value.escaped(values));
    }

    /** A document that is there as text: it is canonicalized in full, and makes no template. */
    public Draft draft(String document) {
        return new Draft(this, new Whole(document), document, Optional.empty());
    }

    /** A document of which nothing is told apart. */
    private record Whole(String document) implements Composition {
        @Override
        public Object shape() {
            return this;
        }

        @Override
        public List<Value> values() {
            return List.of();
        }

        @Override
        public String text(List<String> values) {
            return document;
        }
    }

    private Draft filled(Composition composition, Template template, String[] escaped) {
        String text = template.text().filled(escaped);
        boolean rechecked = drafted.incrementAndGet() % RECHECKED == 0;
        if (rechecked && !text.equals(text(composition))) {
            differed(composition.shape());
            return inFull(composition);
        }
        return new Draft(
                this, composition, text, Optional.of(new Draft.Splicing(template.quads(), escaped, rechecked)));
    }

    private Draft inFull(Composition composition) {
        return new Draft(this, composition, text(composition), Optional.empty());
    }

    private static String text(Composition composition) {
        return composition.text(composition.values().stream().map(Value::text).toList());
    }

    Outcome canonical(Draft draft) {
        return draft.splicing().map(splicing -> spliced(draft, splicing)).orElseGet(() -> unspliced(draft));
    }

    private Outcome spliced(Draft draft, Draft.Splicing splicing) {
        if (withdrawn.has(draft.composition().shape())) {
            // Since this was drafted.
            return inFull(draft, Event.UNFIT);
        }
        return splicing.quads()
                .splice(Value.bytes(splicing.escaped()))
                .map(bytes -> spliced(draft, splicing, bytes))
                .orElseGet(() -> inFull(draft, Event.REFUSED));
    }

    private Outcome spliced(Draft draft, Draft.Splicing splicing, byte[] bytes) {
        events.accept(Event.SPLICED);
        if (!splicing.rechecked()) {
            return new Outcome.Canonical(bytes);
        }
        return rechecked(draft, bytes);
    }

    /** What comes of it is what comes of the full way, the check included. */
    private Outcome rechecked(Draft draft, byte[] bytes) {
        List<String> violations = check.apply(draft.document());
        if (!violations.isEmpty()) {
            differed(draft.composition().shape());
            return new Outcome.Broken(violations);
        }
        byte[] right = full.apply(draft.document());
        if (Arrays.equals(bytes, right)) {
            events.accept(Event.RECHECKED);
        } else {
            differed(draft.composition().shape());
        }
        return new Outcome.Canonical(right);
    }

    private void differed(Object shape) {
        events.accept(Event.DIFFERED);
        LOG.error("template.differed");
        withdrawn.add(shape);
    }

    private Outcome unspliced(Draft draft) {
        if (draft.composition() instanceof Whole) {
            return inFull(draft, Event.UNFIT);
        }
        if (!Value.areSound(draft.composition().values())) {
            return inFull(draft, Event.REFUSED);
        }
        Known known = known(draft.composition().shape());
        if (known == null) {
            return first(draft);
        }
        // It has come to be known since this was drafted.
        return known.template()
                .map(template -> spliced(draft, new Draft.Splicing(template.quads(), escaped(draft), false)))
                .orElseGet(() -> inFull(draft, Event.UNFIT));
    }

    private Outcome inFull(Draft draft, Event why) {
        events.accept(why);
        List<String> violations = check.apply(draft.document());
        return violations.isEmpty()
                ? new Outcome.Canonical(full.apply(draft.document()))
                : new Outcome.Broken(violations);
    }

    /** The first of a shape. It makes a template only if it passes the check and comes out the same both ways, text and quads. */
    private Outcome first(Draft draft) {
        Outcome outcome = inFull(draft, Event.BUILT);
        if (outcome instanceof Outcome.Canonical canonical) {
            String[] escaped = escaped(draft);
            keep(
                    draft.composition().shape(),
                    new Known(Template.of(draft.composition(), full)
                            .filter(made -> made.text().filled(escaped).equals(draft.document()))
                            .filter(made -> made.quads()
                                    .splice(Value.bytes(escaped))
                                    .filter(bytes -> Arrays.equals(bytes, canonical.bytes()))
                                    .isPresent())));
        }
        return outcome;
    }

    private static String[] escaped(Draft draft) {
        return Value.escaped(draft.composition().values());
    }

    private @Nullable Known known(Object shape) {
        if (withdrawn.has(shape)) {
            return Known.UNFIT;
        }
        synchronized (byShape) {
            return byShape.get(shape);
        }
    }

    private void keep(Object shape, Known known) {
        synchronized (byShape) {
            byShape.put(shape, known);
        }
    }
}
