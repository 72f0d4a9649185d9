package org.meritstream.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the storage that is configured, if one is. */
@ApplicationScoped
class StorageSetup {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    @Produces
    @Singleton
    Optional<Storage> storage(StorageConfig config) {
        Optional<String> bucket = config.bucket().name();
        if (config.folder().isPresent() && bucket.isPresent()) {
            throw new IllegalStateException("meritstream.evidence.artifacts has a folder and a bucket; give one");
        }
        Optional<Storage> folder = config.folder().map(FolderStorage::new);
        return folder.or(() -> bucket.map(name -> bucket(name, config.bucket())));
    }

    void close(@Disposes Optional<Storage> storage) {
        storage.filter(BucketStorage.class::isInstance)
                .map(BucketStorage.class::cast)
                .ifPresent(BucketStorage::close);
    }

    static BucketStorage bucket(String name, StorageConfig.Bucket config) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(config.region()))
                .forcePathStyle(config.pathStyle())
                // The digest is known before; in chunks with a signature each, a file would be copied once more.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .credentialsProvider(credentials(config))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(TO_ANSWER));
        config.endpoint().ifPresent(client::endpointOverride);
        return new BucketStorage(client.build(), name, config.arrivals());
    }

    private static AwsCredentialsProvider credentials(StorageConfig.Bucket config) {
        return config.accessKeyId()
                .<AwsCredentialsProvider>map(
                        id -> StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        id,
                                        config.secretAccessKeyFile()
                                                .map(StorageSetup::read)
                                                .orElseThrow(
                                                        () -> new IllegalStateException(
                                                                "meritstream.evidence.artifacts.bucket has an access key without its secret")))))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret of the access key can not be read", e);
        }
    }
}
