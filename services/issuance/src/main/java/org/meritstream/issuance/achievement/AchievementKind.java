package org.meritstream.issuance.achievement;

import java.util.Locale;

/** Kinds of achievements (Open Badges 3.0, section B.2.3) in words. */
public final class AchievementKind {
    private AchievementKind() {}

    /** {@code CertificateOfCompletion} as Certificate of completion. */
    public static String inWords(String type) {
        if (type.equals("MicroCredential")) {
            return "Micro-credential";
        }
        String words = type.replaceFirst("^ext:", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.isEmpty() ? "" : words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
