package org.meritstream.evidence.storage;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.Callable;

/** Bytes without a file, and what their handling costs in memory. */
public final class Streams {
    private Streams() {}

    /** So many bytes that no compression makes smaller, the same for the same seed. */
    public static InputStream of(long size, long seed) {
        return new InputStream() {
            private final Random random = new Random(seed);
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int read = (int) Math.min(length, left);
                long word = random.nextLong();
                for (int i = 0; i < read; i++) {
                    word = (i & 7) == 7 ? word * 6364136223846793005L + 1442695040888963407L : word >>> 1;
                    bytes[offset + i] = (byte) word;
                }
                left -= read;
                return read;
            }
        };
    }

    /** Some bytes, and then the sender goes away. */
    public static InputStream breakingOff(long after) {
        InputStream whole = of(after, 1);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = whole.read(bytes, offset, length);
                if (read < 0) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };
    }

    /** How many bytes this thread takes from the heap for a task. */
    public static long allocatedBy(Callable<?> task) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        task.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
