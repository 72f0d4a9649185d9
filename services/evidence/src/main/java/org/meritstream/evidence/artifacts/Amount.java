package org.meritstream.evidence.artifacts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.meritstream.evidence.judgement.Phrase;

/** How large and of which kind a file is, and by what it can be told from every other, as people say it. */
public final class Amount {
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    /** Texts of every kind have it, whatever their files are called. */
    private static final String TEXT = "text/plain";

    private Amount() {}

    /** In the largest unit that it has one of: powers of 1024, as the limit in the configuration counts them and most desktops do. */
    public static Phrase of(long bytes) {
        if (bytes < KILO) {
            return Phrase.of("work.size.bytes", "size", String.valueOf(bytes));
        }
        return bytes < MEGA ? rounded("kb", bytes, KILO) : rounded("mb", bytes, MEGA);
    }

    /** What files of a kind are called: by what their names usually end with. */
    public static Phrase kind(String mediaType) {
        if (mediaType.equals(TEXT)) {
            return Phrase.of("work.kind.text");
        }
        String extension = Extensions.of(mediaType);
        return Phrase.of(
                "work.kind",
                "kind",
                extension.isEmpty() ? mediaType : extension.substring(1).toUpperCase(Locale.ROOT));
    }

    /** A digest without the name of its algorithm, which stands beside it. */
    public static String digest(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static Phrase rounded(String unit, long bytes, long one) {
        BigDecimal size = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(one), 1, RoundingMode.HALF_UP);
        return Phrase.of("work.size." + unit, "size", size.stripTrailingZeros().toPlainString());
    }
}
