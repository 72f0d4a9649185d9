package org.meritstream.evidence.storage;

import java.nio.file.Path;

/**
 * A file that arrived whole and is not at its place yet.
 *
 * @param digest {@code sha-256:<hex>}
 * @param mediaType by content
 */
public record Received(Path file, long size, String digest, String mediaType) {}
