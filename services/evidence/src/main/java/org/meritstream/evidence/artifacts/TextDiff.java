package org.meritstream.evidence.artifacts;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The lines in which two texts differ. */
final class TextDiff {
    /** The search looks at pairs of lines, in the worst case at all of them before it can be stopped. */
    private static final int MOST_LINES = 5000;

    private static final int CONTEXT = 3;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextDiff() {}

    /**
     * Compares.
     *
     * @param tooLong asked now and then whether to give up
     */
    static Comparison of(byte[] before, byte[] after, BooleanSupplier tooLong) {
        List<String> old = lines(before);
        List<String> next = lines(after);
        if (old.size() > MOST_LINES || next.size() > MOST_LINES) {
            return new Comparison.NotMade(Comparison.Reason.TOO_LARGE);
        }
        try {
            Patch<String> patch =
                    DiffUtils.diff(old, next, new MyersDiffWithLinearSpace<>(), new Deadline(tooLong), false);
            return new Comparison.Differs(
                    goneFirst(UnifiedDiffUtils.generateUnifiedDiff("before", "after", old, patch, CONTEXT)));
        } catch (TookTooLong e) {
            return new Comparison.NotMade(Comparison.Reason.TOOK_TOO_LONG);
        }
    }

    /** The search gives what came and what went as it finds them; readers are used to what went, and then what came instead. */
    private static List<String> goneFirst(List<String> diff) {
        List<String> ordered = new ArrayList<>(diff.size());
        List<String> came = new ArrayList<>();
        for (String line : diff) {
            if (line.startsWith("+")) {
                came.add(line);
                continue;
            }
            if (!line.startsWith("-")) {
                ordered.addAll(came);
                came.clear();
            }
            ordered.add(line);
        }
        ordered.addAll(came);
        return List.copyOf(ordered);
    }

    private static List<String> lines(byte[] text) {
        return text(text).lines().toList();
    }

    /** UTF-8 as nearly everything is; what is not has at least its ASCII right, and each byte keeps being one character. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private record Deadline(BooleanSupplier tooLong) implements DiffAlgorithmListener {
        @Override
        public void diffStart() {
            // Nothing to do before it begins.
        }

        @Override
        public void diffStep(int value, int max) {
            if (tooLong.getAsBoolean()) {
                throw new TookTooLong();
            }
        }

        @Override
        public void diffEnd() {
            // Nor afterwards.
        }
    }

    private static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TookTooLong() {
            super("The comparison took too long");
        }
    }
}
