package org.meritstream.evidence.reviews;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the review desk works. */
@ConfigMapping(prefix = "meritstream.reviews")
public interface ReviewConfig {

    /** How long a review stays with whoever took it on; saving a draft begins it anew. */
    @WithDefault("PT2H")
    Duration claim();
}
