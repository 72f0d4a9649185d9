package org.meritstream.evidence.learn;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file in it as it comes (RFC 7578): one part after the other, a buffer at a time. The framework would write a whole file
 * down before it asks whose form it is; this way a file is written once, to where uploads go, and only after the form's token was seen.
 */
final class FormParts {
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME =
            Pattern.compile(";\\s*filename=\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final String DISPOSITION = "content-disposition:";
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_HEADERS = 8 * 1024;
    private static final int MOST_PARTS = 32;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int parts;
    private @Nullable Bytes current;

    private FormParts(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line before it.
        System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length);
        this.end = LINE_END.length;
        this.current = new Bytes();
    }

    /**
     * A part of the form.
     *
     * @param fileName as the browser says, or null where it is no file
     * @param bytes to be read before the next part is asked for
     */
    record Part(String name, @Nullable String fileName, InputStream bytes) {}

    /** The form in a body; null when its media type is that of no form with a file. */
    static @Nullable FormParts of(InputStream body, @Nullable String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!matcher.matches()) {
            return null;
        }
        return new FormParts(body, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    /**
     * The next part; what is left of the one before is passed over. Null after the last.
     *
     * @throws IOException when the sender went away, or it is no form
     */
    @Nullable
    Part next() throws IOException {
        if (current == null) {
            return null;
        }
        current.skipAll();
        start += delimiter.length;
        if (isLast() || ++parts > MOST_PARTS) {
            current = null;
            return null;
        }
        line(MOST_HEADERS);
        String disposition = disposition();
        current = new Bytes();
        Matcher name = NAME.matcher(disposition);
        Matcher file = FILE_NAME.matcher(disposition);
        return new Part(
                name.find() ? unescaped(name.group(1)) : "", file.find() ? unescaped(file.group(1)) : null, current);
    }

    /** Reads to the end, so that a browser that is still sending hears the answer. */
    void drain() throws IOException {
        current = null;
        start = 0;
        end = 0;
        while (body.read(buffer) >= 0) {
            // Nobody wants it.
        }
    }

    /** RFC 2046 section 5.1.1: two hyphens close it. */
    private boolean isLast() throws IOException {
        while (end - start < 2) {
            fill();
        }
        return buffer[start] == '-' && buffer[start + 1] == '-';
    }

    /** HTML, section 4.10.22.8: browsers escape these three in names. */
    private static String unescaped(String name) {
        return name.replace("%22", "\"")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("\\\"", "\"");
    }

    /** RFC 7578 section 4.2; other headers do not matter. */
    private String disposition() throws IOException {
        String disposition = "";
        int left = MOST_HEADERS;
        String header = line(left);
        while (!header.isEmpty()) {
            left -= header.length();
            if (header.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length())) {
                disposition = header;
            }
            header = line(left);
        }
        return disposition;
    }

    private String line(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (start == end) {
                fill();
            }
            byte one = buffer[start++];
            if (one == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            if (line.size() >= most) {
                throw new IOException("The form has headers without end");
            }
            line.write(one);
        }
    }

    /** Makes room and reads on. */
    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = body.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The form broke off");
        }
        end += read;
    }

    private int delimiterAt() {
        for (int at = start; at <= end - delimiter.length; at++) {
            if (isDelimiter(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isDelimiter(int at) {
        for (int i = 0; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** What is before the next delimiter. */
    private final class Bytes extends InputStream {
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int there = over ? 0 : there();
            if (there == 0 || length == 0) {
                over = over || there == 0;
                return there == 0 ? -1 : 0;
            }
            int given = Math.min(there, length);
            System.arraycopy(buffer, start, into, offset, given);
            start += given;
            return given;
        }

        private void skipAll() throws IOException {
            for (int there = over ? 0 : there(); there > 0; there = there()) {
                start += there;
            }
            over = true;
        }

        /** How many bytes before the delimiter are at hand; 0 where it comes next. */
        private int there() throws IOException {
            int at = delimiterAt();
            while (at < 0 && end - start < delimiter.length) {
                fill();
                at = delimiterAt();
            }
            return at >= 0 ? at - start : end - start - delimiter.length + 1;
        }
    }
}
