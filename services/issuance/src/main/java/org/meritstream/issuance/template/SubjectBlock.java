package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one subject, in the order of their predicates, which no value changes. Only lines that share the predicate, too, may change
 * places; what else stands together is one stretch.
 */
final class SubjectBlock {
    private final Quad.Subject subject;
    private final byte[] text;
    private final List<Stretch> stretches = new ArrayList<>();

    private sealed interface Stretch {

        /** Lines that stay where they are, joined. */
        record Staying(List<Quad.Part> parts) implements Stretch {}

        /** Lines of one predicate, to be sorted. */
        record Moving(List<Quad> lines) implements Stretch {}
    }

    /** @param lines all of a subject's, in the template's order */
    SubjectBlock(List<Quad> lines) {
        this.subject = lines.get(0).subject();
        this.text = subject.text().getBytes(StandardCharsets.UTF_8);
        List<Quad> staying = new ArrayList<>();
        for (List<Quad> alike : byPredicate(lines)) {
            if (alike.size() == 1 || alike.stream().allMatch(Quad::objectIsFixed)) {
                staying.addAll(alike);
            } else {
                keep(staying);
                stretches.add(new Stretch.Moving(List.copyOf(alike)));
            }
        }
        keep(staying);
    }

    private void keep(List<Quad> staying) {
        if (!staying.isEmpty()) {
            stretches.add(new Stretch.Staying(Quad.joined(staying)));
            staying.clear();
        }
    }

    private static List<List<Quad>> byPredicate(List<Quad> lines) {
        List<List<Quad>> runs = new ArrayList<>();
        String predicate = "";
        for (Quad line : lines) {
            if (!line.predicate().equals(predicate)) {
                predicate = line.predicate();
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(line);
        }
        return runs;
    }

    /** The slot that its subject is, or -1. */
    int slot() {
        return subject.slot();
    }

    /** The blank node that its subject is, or -1. */
    int node() {
        return subject.node();
    }

    /** The subject as it stands at the head of each line. */
    byte[] head(byte[][] slots) {
        if (subject.slot() < 0) {
            return text;
        }
        byte[] value = slots[subject.slot()];
        byte[] head = new byte[value.length + 2];
        head[0] = '<';
        System.arraycopy(value, 0, head, 1, value.length);
        head[head.length - 1] = '>';
        return head;
    }

    /** Writes the lines; false where two have become equal: a dataset is a set. */
    boolean write(Bytes out, byte[][] labels, byte[][] slots) {
        for (Stretch stretch : stretches) {
            if (stretch instanceof Stretch.Staying staying) {
                Quad.write(out, staying.parts(), labels, slots);
            } else if (stretch instanceof Stretch.Moving moving && !write(out, moving.lines(), labels, slots)) {
                return false;
            }
        }
        return true;
    }

    private static boolean write(Bytes out, List<Quad> moving, byte[][] labels, byte[][] slots) {
        byte[][] lines = new byte[moving.size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = moving.get(i).bytes(labels, slots);
        }
        if (!Lines.sort(lines)) {
            return false;
        }
        for (byte[] line : lines) {
            out.add(line);
        }
        return true;
    }
}
