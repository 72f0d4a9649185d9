package org.meritstream.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that stays open, with one request at a time on it: it takes next to nothing of the processors that the server is
 * measured on.
 */
final class KeepAlive implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final Socket socket;
    private final InputStream in;

    KeepAlive(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /**
     * What was answered.
     *
     * @param tag its ETag, or empty
     * @param length of its body in bytes
     */
    record Answer(int status, String tag, int length) {}

    /** The bytes of a request for a document. */
    static byte[] request(String path, String accept, String tag) {
        String condition = tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n" + condition + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request and reads the answer to its end. */
    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        String tag = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            } else if (lower.startsWith("etag:")) {
                tag = line.substring(5).trim();
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("It does not say how long it is");
            }
        }
        if (status != 304) {
            in.skipNBytes(length);
        }
        return new Answer(status, tag, length);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
