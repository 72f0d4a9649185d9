package org.meritstream.evidence.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a file by what is in it; what its sender calls it plays no part. Apache Tika's magic numbers, and for what is packed into a
 * zip archive what the archive says of itself first. Nothing is parsed, and no more than the beginning is unpacked.
 */
final class MediaTypes {
    private static final String ZIP = "application/zip";
    /** Tika's own names of families that it does not look further into. */
    private static final Map<String, String> FAMILIES =
            Map.of("application/x-tika-ooxml", ZIP, "application/x-tika-msoffice", "application/x-ole-storage");

    /** ODF 1.2 part 3 section 3.3, EPUB OCF 3.3 section 4.3: the first entry says the media type. */
    private static final String SAYS_ITS_TYPE = "mimetype";
    /** ECMA-376 part 2 section 7.2.3. */
    private static final String SAYS_THE_TYPES_OF_PARTS = "[Content_Types].xml";

    private static final Pattern DECLARED =
            Pattern.compile("application/(vnd\\.oasis\\.opendocument\\.[a-z-]{1,40}|epub\\+zip)");
    private static final Pattern MAIN_PART = Pattern.compile(
            "\"(application/vnd\\.openxmlformats-officedocument\\.(?:wordprocessingml\\.document|spreadsheetml\\.sheet|"
                    + "presentationml\\.presentation))\\.main\\+xml\"");
    private static final int MOST_ENTRIES = 16;
    private static final int MOST_BYTES = 256 * 1024;

    private MediaTypes() {}

    static String of(Path file) throws IOException {
        String detected;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            detected =
                    MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
        }
        String type = FAMILIES.getOrDefault(detected, detected);
        return type.equals(ZIP) ? packed(file) : type;
    }

    private static String packed(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            int left = MOST_BYTES;
            for (int i = 0; i < MOST_ENTRIES && left > 0; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return ZIP;
                }
                byte[] beginning = zip.readNBytes(left);
                String type = said(entry.getName(), new String(beginning, StandardCharsets.UTF_8));
                if (type != null) {
                    return type;
                }
                left -= beginning.length;
            }
            return ZIP;
        } catch (IOException | IllegalArgumentException broken) {
            // It begins like an archive and is none that can be read: that is what there is to say of it.
            return ZIP;
        }
    }

    private static @Nullable String said(String entry, String content) {
        return switch (entry) {
            case SAYS_ITS_TYPE -> DECLARED.matcher(content.strip()).matches() ? content.strip() : null;
            case SAYS_THE_TYPES_OF_PARTS -> {
                Matcher main = MAIN_PART.matcher(content);
                yield main.find() ? main.group(1) : null;
            }
            default -> null;
        };
    }
}
