package org.meritstream.evidence.artifacts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.storage.Slice;

/** What part of some bytes a request asks for. Several ranges at once, and what is no range, are answered with the whole (RFC 9110 section 14.2). */
sealed interface ByteRange {
    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** All of it. */
    record Whole(long size) implements ByteRange {
        Slice slice() {
            return new Slice(0, size);
        }
    }

    /** A part of it. */
    record Part(Slice slice) implements ByteRange {}

    /** None of it is there. */
    record Unsatisfiable() implements ByteRange {}

    static ByteRange of(@Nullable String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new Whole(size);
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(one.group(2)), size);
            return last == 0 ? new Unsatisfiable() : new Part(new Slice(size - last, last));
        }
        long first = Long.parseLong(one.group(1));
        long end = one.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(one.group(2)), size - 1);
        if (!one.group(2).isEmpty() && Long.parseLong(one.group(2)) < first) {
            return new Whole(size);
        }
        return first >= size ? new Unsatisfiable() : new Part(new Slice(first, end - first + 1));
    }
}
