package org.meritstream.issuance.fetching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers byte by byte as it is told to, and remembers what it was asked. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    HostileServer(Behaviour behaviour) {
        this(plainSocket(), behaviour);
    }

    HostileServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::serve);
    }

    /** What to answer. */
    @FunctionalInterface
    interface Behaviour {
        void answer(String request, OutputStream out) throws IOException;

        /** A head and a body, complete. */
        static Behaviour answering(String head, String body) {
            return (request, out) -> out.write((head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }

        /** A head, and a body of spaces that takes for ever. */
        static Behaviour dripping(String head) {
            return (request, out) -> {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                while (true) {
                    out.write(' ');
                    out.flush();
                    pause(50);
                }
            };
        }

        /** A head, and the same line as often as somebody reads it. */
        static Behaviour endless(String head, String line) {
            return (request, out) -> {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                while (true) {
                    out.write(line.getBytes(StandardCharsets.ISO_8859_1));
                }
            };
        }

        /** Nothing for ten seconds. */
        static Behaviour silent() {
            return (request, out) -> pause(10_000);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** First lines and headers of what was asked. */
    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            asked.add(request.toString());
            behaviour.answer(request.toString(), client.getOutputStream());
            client.getOutputStream().flush();
        } catch (IOException e) {
            // The client went away, as it should.
        }
    }

    private static ServerSocket plainSocket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
