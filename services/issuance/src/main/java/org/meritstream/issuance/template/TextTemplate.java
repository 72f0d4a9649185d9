package org.meritstream.issuance.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The JSON text of one shape. */
final class TextTemplate {
    private static final String OPENING = "\"" + Template.PLACEHOLDER;

    /** What stands before each slot, and after the last. */
    private final String[] between;

    private final int[] slots;
    private final int length;

    private TextTemplate(List<String> between, List<Integer> slots) {
        this.between = between.toArray(String[]::new);
        this.slots = slots.stream().mapToInt(Integer::intValue).toArray();
        this.length = between.stream().mapToInt(String::length).sum();
    }

    /**
     * Reads a document with placeholders; empty when one of them is not there as a whole string.
     *
     * @param count of slots
     */
    static Optional<TextTemplate> of(String marked, int count) {
        List<String> between = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        BitSet met = new BitSet(count);
        int from = 0;
        for (int at = marked.indexOf(OPENING); at >= 0; at = marked.indexOf(OPENING, from)) {
            int number = at + OPENING.length();
            int end = marked.indexOf('"', number);
            String digits = end < 0 ? "" : marked.substring(number, end);
            if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) >= count) {
                return Optional.empty();
            }
            met.set(Integer.parseInt(digits));
            slots.add(Integer.parseInt(digits));
            between.add(marked.substring(from, at + 1));
            from = end;
        }
        between.add(marked.substring(from));
        boolean whole =
                met.cardinality() == count && between.stream().noneMatch(text -> text.contains(Template.PLACEHOLDER));
        return whole ? Optional.of(new TextTemplate(between, slots)) : Optional.empty();
    }

    /** @param values what stands in the slots, escaped */
    String filled(String[] values) {
        int needed =
                length + Arrays.stream(slots).map(slot -> values[slot].length()).sum();
        StringBuilder text = new StringBuilder(needed);
        for (int i = 0; i < slots.length; i++) {
            text.append(between[i]).append(values[slots[i]]);
        }
        return text.append(between[slots.length]).toString();
    }
}
