package org.meritstream.issuance.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How credentials of other issuers are looked at. */
@ConfigMapping(prefix = "meritstream.imports")
public interface ImportConfig {

    /** After what time the status of one that is held is read again; later where its list says that it is good for longer. */
    @WithDefault("24h")
    Duration lookAgain();

    /** So many are looked at side by side in a replica. */
    @WithDefault("8")
    int atOnce();

    /** How long one that is handed in waits for the roster to name its learner, before it is refused. */
    @WithDefault("1h")
    Duration rosterPatience();
}
