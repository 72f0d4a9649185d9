package org.meritstream.evidence.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where uploads are kept, and how much. Without a folder or a bucket no uploads are taken; links and submissions to a platform are. */
@ConfigMapping(prefix = "meritstream.evidence.artifacts")
public interface StorageConfig {

    /** The folder; all replicas must see the same. */
    Optional<Path> folder();

    /** The bucket, if it has a name. */
    Bucket bucket();

    /** Largest file; a larger one is answered 413. The service takes no body that is larger than 64 MiB. */
    @WithDefault("50M")
    MemorySize largest();

    /** How much one learner may have here at once. */
    @WithDefault("500M")
    MemorySize perLearner();

    /** How many files a replica receives at once; a further one is answered 503. */
    @WithDefault("32")
    int atOnce();

    /** How long an upload is kept that no submission named, or whose submission was refused. */
    @WithDefault("12h")
    Duration unusedFor();

    /** A bucket of S3-compatible storage. */
    interface Bucket {

        /** Without it there is no bucket. */
        Optional<String> name();

        @WithDefault("us-east-1")
        String region();

        /** Where it is, unless it is Amazon's. */
        Optional<URI> endpoint();

        /** Whether the bucket is named in the path, not in the host name. */
        @WithDefault("false")
        boolean pathStyle();

        /** Id of the key; without it the credentials are those of the environment, as Amazon's clients look for them. */
        Optional<String> accessKeyId();

        /** File with the secret of the key. */
        Optional<Path> secretAccessKeyFile();

        /** Where files are written as they arrive. */
        @WithDefault("/tmp/meritstream-arrivals")
        Path arrivals();
    }
}
