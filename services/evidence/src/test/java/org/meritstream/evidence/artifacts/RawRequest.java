package org.meritstream.evidence.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP as no client sends it: lengths that are not true, and connections that end in the middle. */
final class RawRequest implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Socket socket;

    RawRequest(int port, String token, String path, String framing) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/octet-stream\r\n" + framing + "\r\n\r\n");
    }

    /** Writes; false when the other side does not take it any more. */
    boolean write(String text) {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean write(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Whether an answer has begun. */
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** The status of the answer. */
    int status() throws IOException {
        InputStream in = socket.getInputStream();
        String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(line.substring(9));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
