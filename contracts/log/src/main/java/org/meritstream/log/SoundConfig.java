package org.meritstream.log;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * Refuses, at the start of a service and in whatever role, settings that would do harm in silence later: an address that is signed into
 * credentials for ever, or a margin by which a repeated event would pass for a new one.
 */
final class SoundConfig {
    private SoundConfig() {}

    /** @throws IllegalArgumentException with a sentence that names the first setting that is not sound, and its value */
    static void require(LogConfig config) {
        address(config.publicUrl());
        LogConfig.Log log = config.log();
        require(
                !log.forgetMargin().isNegative(),
                "meritstream.log.forget-margin is " + log.forgetMargin()
                        + ": it is 0 or more, such as 30d, or what is repeated is taken for new");
        require(
                log.forgetEvery().compareTo(Duration.ofSeconds(1)) >= 0,
                "meritstream.log.forget-every is " + log.forgetEvery() + ": it is a second or more, such as 1m");
        new KafkaClients.Batching(log.batch(), log.gather());
    }

    private static void address(String address) {
        require(
                sound(address),
                "meritstream.public-url is " + address
                        + ": it is the address that the world sees, such as https://credentials.example.edu, without a slash at its end");
    }

    private static boolean sound(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !address.endsWith("/");
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static void require(boolean sound, String sentence) {
        if (!sound) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
