package org.meritstream.assessment.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of xAPI (1.0.3, part three, section 3.3): every 1.0.x is understood, ours is answered. */
final class XapiVersion {
    static final String HEADER = "X-Experience-API-Version";
    static final String OURS = "1.0.3";

    private static final Pattern SUPPORTED = Pattern.compile("1\\.0(\\.\\d{1,3})?");

    private XapiVersion() {}

    static boolean isSupported(@Nullable String version) {
        return version != null && SUPPORTED.matcher(version).matches();
    }
}
