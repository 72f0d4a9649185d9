package org.meritstream.walletsync.claim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long links and sessions last. */
@ConfigMapping(prefix = "meritstream.claim")
public interface ClaimConfig {

    /** How long a link opens. */
    @WithDefault("14d")
    Duration linkLasts();

    /** How long a browser that collected a credential may look after it. */
    @WithDefault("8h")
    Duration sessionLasts();

    /** How long an ended link is remembered, so that its page can say what happened. */
    @WithDefault("30d")
    Duration rememberEnded();

    /** How long a page waits for what was just asked to take effect before it says that it is under way. */
    @WithDefault("2s")
    Duration patience();

    /** How often ended links and sessions are forgotten. */
    @WithDefault("1h")
    Duration sweepEvery();
}
