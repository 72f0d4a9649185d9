package org.meritstream.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.Message;

/** Messages as bytes, the way handled and waiting rows keep them: a version, a count, then topic, key, headers and body of each. */
public final class MessageCodec {
    private static final byte VERSION = 1;

    private MessageCodec() {}

    /** All messages in order; none gives a few bytes, never null. */
    public static byte[] encodeAll(List<Message> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(messages.size());
            for (Message message : messages) {
                write(out, message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The messages of {@link #encodeAll}.
     *
     * @throws IllegalArgumentException when the bytes are of another version or cut short
     */
    public static List<Message> decodeAll(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("Messages of version " + version + " are not known");
            }
            int count = in.readInt();
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                messages.add(read(in));
            }
            return messages;
        } catch (IOException e) {
            throw new IllegalArgumentException("Messages are cut short", e);
        }
    }

    private static void write(DataOutputStream out, Message message) throws IOException {
        text(out, message.topic());
        text(out, message.key());
        out.writeInt(message.headers().size());
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            text(out, header.getKey());
            text(out, header.getValue());
        }
        bytes(out, message.body());
    }

    private static Message read(DataInputStream in) throws IOException {
        String topic = text(in);
        String key = text(in);
        Map<String, String> headers = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            headers.put(text(in), text(in));
        }
        return new Message(topic, key, headers, bytes(in));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("cut short");
        }
        return bytes;
    }
}
