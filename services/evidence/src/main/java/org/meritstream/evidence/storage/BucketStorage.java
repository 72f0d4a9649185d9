package org.meritstream.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files in a bucket of S3-compatible storage. An object appears whole or not at all, so a file goes straight from the disk that it arrived
 * on to its place; the storage checks its digest.
 */
public final class BucketStorage implements Storage, AutoCloseable {
    private final S3Client client;
    private final String bucket;
    private final Path arrivals;

    /**
     * @param arrivals a folder with room for what arrives at once
     */
    public BucketStorage(S3Client client, String bucket, Path arrivals) {
        this.client = client;
        this.bucket = bucket;
        this.arrivals = arrivals;
    }

    @Override
    public Path arrivals() {
        return arrivals;
    }

    @Override
    public void keep(Place place, Received received) throws IOException {
        asking(() -> client.putObject(
                put -> put.bucket(bucket)
                        .key(place.name())
                        .contentType(received.mediaType())
                        .contentLength(received.size())
                        .checksumSHA256(base64(received.digest())),
                RequestBody.fromFile(received.file())));
    }

    @Override
    public @Nullable InputStream open(Place place, Slice slice) throws IOException {
        try {
            return asking(() -> client.getObject(
                    get -> get.bucket(bucket).key(place.name()).range("bytes=" + slice.first() + "-" + slice.last())));
        } catch (Missing e) {
            return null;
        }
    }

    @Override
    public void remove(Place place) throws IOException {
        asking(() -> client.deleteObject(delete -> delete.bucket(bucket).key(place.name())));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T asking(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw new Missing(e);
        } catch (SdkException e) {
            throw new IOException("The bucket does not do what it is asked", e);
        }
    }

    private static String base64(String digest) {
        byte[] bytes = HexFormat.of().parseHex(digest.substring(digest.indexOf(':') + 1));
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** No object has the key. */
    private static final class Missing extends IOException {
        private static final long serialVersionUID = 1L;

        Missing(NoSuchKeyException cause) {
            super("No object has the key", cause);
        }
    }
}
