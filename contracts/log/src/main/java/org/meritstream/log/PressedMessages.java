package org.meritstream.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.meritstream.events.Message;

/**
 * Messages as handled rows keep them: {@link MessageCodec}'s bytes as one LZ4 block, after a version and how long they are. What is emitted together says
 * much of it twice, and there is a row of it for every event; a server that was built without LZ4 takes long to press it by itself.
 */
public final class PressedMessages {
    /** Another than {@link MessageCodec}'s, whose bytes stand in rows of before. */
    private static final byte VERSION = 2;

    private static final int HEADER = 1 + Integer.BYTES;
    /** Below, it saves nothing. */
    private static final int WORTH_IT = 200;
    /** Far above any batch of messages, each of which a topic holds to a few megabytes. */
    private static final int MOST = 1 << 28;

    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private PressedMessages() {}

    /** All messages in order; none gives a few bytes, never null. */
    public static byte[] press(List<Message> messages) {
        byte[] bytes = MessageCodec.encodeAll(messages);
        if (bytes.length < WORTH_IT) {
            return bytes;
        }
        byte[] pressed = new byte[HEADER + COMPRESSOR.maxCompressedLength(bytes.length)];
        ByteBuffer.wrap(pressed).put(VERSION).putInt(bytes.length);
        int length = COMPRESSOR.compress(bytes, 0, bytes.length, pressed, HEADER);
        return Arrays.copyOf(pressed, HEADER + length);
    }

    /**
     * The messages of {@link #press}, or of {@link MessageCodec#encodeAll}.
     *
     * @throws IllegalArgumentException when the bytes are of another version or damaged
     */
    public static List<Message> release(byte[] bytes) {
        return MessageCodec.decodeAll(bytes.length > HEADER && bytes[0] == VERSION ? whole(bytes) : bytes);
    }

    private static byte[] whole(byte[] pressed) {
        int length = ByteBuffer.wrap(pressed).getInt(1);
        if (length < 0 || length > MOST) {
            throw new IllegalArgumentException("Messages are damaged");
        }
        try {
            byte[] whole = new byte[length];
            if (DECOMPRESSOR.decompress(pressed, HEADER, pressed.length - HEADER, whole, 0) == length) {
                return whole;
            }
        } catch (LZ4Exception damaged) {
            throw new IllegalArgumentException("Messages are damaged", damaged);
        }
        throw new IllegalArgumentException("Messages are cut short");
    }
}
