package org.meritstream.issuance.template;

import java.util.Arrays;

/** Lines in code point order, which is that of their bytes. */
final class Lines {
    private Lines() {}

    /** Sorts what is nearly in order; false where two are equal. */
    static boolean sort(byte[][] lines) {
        boolean distinct = true;
        for (int i = 1; i < lines.length; i++) {
            byte[] line = lines[i];
            int at = i;
            int order = Arrays.compareUnsigned(lines[at - 1], line);
            while (order > 0) {
                lines[at] = lines[at - 1];
                at--;
                order = at == 0 ? -1 : Arrays.compareUnsigned(lines[at - 1], line);
            }
            distinct &= order != 0;
            lines[at] = line;
        }
        return distinct;
    }
}
