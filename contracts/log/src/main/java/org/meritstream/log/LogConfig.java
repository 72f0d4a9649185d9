package org.meritstream.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a service says of its part of the log. {@link SoundConfig} refuses, at the start, what would do harm later. */
@ConfigMapping(prefix = "meritstream")
public interface LogConfig {

    /** The service's name: {@code assessment}, {@code evidence}, {@code issuance} or {@code wallet-sync}. */
    String service();

    /** A name for this replica that survives its restart (a StatefulSet's pod name); unique among those alive. */
    @WithDefault("${HOSTNAME:local}")
    String replica();

    /** The address the world sees (HTTP or HTTPS), without a trailing slash. Fixed by the first credential issued. */
    @WithName("public-url")
    String publicUrl();

    /**
     * File with 32 random bytes in base64: the key of ids that derive from a person. Never changes. There is no default: without it the
     * loop does not start; a role that only answers requests needs none.
     */
    @WithName("id-key-file")
    Optional<Path> idKeyFile();

    /** The loop itself. */
    Log log();

    /** The loop's settings. */
    interface Log {

        /** Records in one batch, at most (1 to 10,000); and as many that waited are taken up in one turn. */
        @WithDefault("500")
        int batch();

        /**
         * How long a fetch waits for company: a second at most, and 0 for not at all. A transaction costs the same for one record as for fifty, so a short wait
         * for more makes a quiet stream cheap and delays it by no more than this a hop; a backlog is fetched at once.
         */
        @WithDefault("50ms")
        Duration gather();

        /** How often the store forgets what can not be asked for again: a second or more. */
        @WithDefault("1m")
        Duration forgetEvery();

        /**
         * How long after a topic's retention its events are forgotten. A broker keeps a record for as much as a segment longer, and a dead
         * letter of it may be replayed for two weeks more. Topics that are kept longer than {@link org.meritstream.events.TopicSettings} says
         * ask for as much on top. Never negative.
         */
        @WithDefault("30d")
        Duration forgetMargin();

        /** Whether the loop runs; off only in tests that drive the work by hand. */
        @WithDefault("true")
        boolean enabled();
    }
}
