package org.meritstream.walletsync.claim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The address that offers a shared credential to a LinkedIn profile ("Add to profile"). It carries the names of the issuer and the
 * achievement, the date and the public address: nothing of the learner, and no id beyond the address.
 */
final class LinkedIn {
    private static final String START = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME";

    private LinkedIn() {}

    static String address(String achievement, String issuer, Instant issuedAt, String publicAddress) {
        ZonedDateTime issued = issuedAt.atZone(ZoneOffset.UTC);
        return START + "&name=" + encoded(achievement) + "&organizationName=" + encoded(issuer) + "&issueYear="
                + issued.getYear() + "&issueMonth=" + issued.getMonthValue() + "&certUrl=" + encoded(publicAddress);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
