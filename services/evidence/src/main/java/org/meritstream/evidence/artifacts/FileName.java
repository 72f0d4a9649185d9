package org.meritstream.evidence.artifacts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What a learner calls a file. It is shown and offered, never used as a path. */
final class FileName {
    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 16;
    /** What file systems and shells take for something else, and every character that is not seen: controls, and those that turn text around. */
    private static final String HARMFUL = "[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}<>:\"|?*`$;&%]";

    private FileName() {}

    /** The last part of a path in whatever notation, without harm; null where nothing is left. */
    static @Nullable String of(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String whole = Normalizer.normalize(said, Normalizer.Form.NFC).replace('\\', '/');
        String last = whole.substring(whole.lastIndexOf('/') + 1);
        String plain = last.replaceAll(HARMFUL, "").replaceAll("\\s+", " ").replaceAll("^[. ~-]+|[. ]+$", "");
        return plain.isEmpty() ? null : shortened(plain);
    }

    /** RFC 6266 section 4.3: the name in ASCII for old readers, and as it is (RFC 8187) for all others. */
    static String disposition(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int point = name.lastIndexOf('.');
        String extension = point > 0 && name.length() - point <= LONGEST_EXTENSION ? name.substring(point) : "";
        int kept = name.offsetByCodePoints(0, LONGEST - extension.codePointCount(0, extension.length()));
        return name.substring(0, kept) + extension;
    }
}
