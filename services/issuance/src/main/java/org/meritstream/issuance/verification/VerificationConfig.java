package org.meritstream.issuance.verification;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How credentials are verified for the world. */
@ConfigMapping(prefix = "meritstream.verification")
public interface VerificationConfig {

    /** Largest document that is read from an address. */
    @WithDefault("2M")
    MemorySize largest();

    /** For one address, redirects and look-ups of names included. */
    @WithDefault("5s")
    Duration patience();

    /** Addresses that are read for one credential. */
    @WithDefault("16")
    int addresses();

    /** After this no further address is read for one credential. */
    @WithDefault("15s")
    Duration longest();

    /** Verifications at once in a replica; whoever comes then is told to come again. */
    @WithDefault("16")
    int atOnce();

    /** Credentials that are taken at once in one batch. */
    @WithDefault("100")
    int batch();

    /** Batches at once in a replica; whoever comes then is told to come again. */
    @WithDefault("2")
    int batches();

    /** After this no further address is read for one batch. */
    @WithDefault("60s")
    Duration longestBatch();

    /**
     * Hosts that are read over plain HTTP and wherever they lead, by name. For a demonstration on one machine: a host in this list is one that
     * anybody can make this service ask.
     */
    Optional<Set<String>> plainHosts();

    /** Lists of issuers, by a short name. */
    Map<String, Registry> registries();

    /** One list of issuers. */
    interface Registry {

        /** As it is shown. */
        String title();

        /** Ids of issuers, to the letter. */
        Set<String> issuers();

        /** Tenants that count what these issuers issue, where a rule of theirs asks for it (docs/adr/0038). */
        Optional<Set<String>> tenants();
    }
}
