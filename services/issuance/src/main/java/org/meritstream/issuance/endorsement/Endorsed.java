package org.meritstream.issuance.endorsement;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meritstream.issuance.achievement.AchievementKey;

/** What is to be endorsed, as its address names it. Whether there is such a thing, and at that address, is another question. */
public sealed interface Endorsed {

    /** Whose it is. */
    String tenant();

    /** An issuer itself, by its address or its DID. */
    record OfIssuer(String tenant) implements Endorsed {}

    /** A version of an achievement. */
    record OfVersion(AchievementKey key) implements Endorsed {
        @Override
        public String tenant() {
            return key.tenant();
        }
    }

    /** Reads an address; empty where it is of no kind that can be endorsed. */
    static Optional<Endorsed> at(String address) {
        Matcher version = Forms.VERSION.matcher(address);
        if (version.matches()) {
            return Optional.of(new OfVersion(
                    new AchievementKey(version.group(1), version.group(2), Integer.parseInt(version.group(3)))));
        }
        Matcher issuer = Forms.ISSUER.matcher(address);
        return issuer.matches() ? Optional.of(new OfIssuer(issuer.group(1))) : Optional.empty();
    }

    /** How addresses look. */
    final class Forms {
        private static final Pattern VERSION = Pattern.compile(
                "https?://[^\\s?#]{1,500}/achievements/([a-z0-9-]{1,40})\\.([a-z0-9_-]{1,100})/([1-9][0-9]{0,8})");
        private static final Pattern ISSUER =
                Pattern.compile("(?:https?://[^\\s?#]{1,500}/|did:web:[^\\s?#]{1,500}:)issuers[:/]([a-z0-9-]{1,40})");

        private Forms() {}
    }
}
