package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A file system of our own in memory, which is full when we say so and has room again when we say so. Only root may mount one. */
final class SmallDisk implements AutoCloseable {
    private static final long KB = 1024;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path place;
    private final String roomy;
    private final FileStore store;
    private volatile boolean full;
    private Thread keeper = new Thread();

    private SmallDisk(Path place, String roomy) throws IOException {
        this.place = place;
        this.roomy = roomy;
        this.store = Files.getFileStore(place);
    }

    /**
     * Mounts one.
     *
     * @param roomy its size while it is not full, as {@code mount} takes it
     * @return empty where this may not mount anything
     */
    static Optional<SmallDisk> at(Path place, String roomy) throws IOException, InterruptedException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + roomy, "meritstream", place.toString());
        return mounted ? Optional.of(new SmallDisk(place, roomy)) : Optional.empty();
    }

    /** From now on it is no larger than what is on it, and stays so: whatever is deleted makes no room. */
    void fill() {
        full = true;
        keeper = Thread.ofPlatform().daemon().name("full-disk").start(this::keepFull);
    }

    private void keepFull() {
        try {
            while (full) {
                long used = store.getTotalSpace() - store.getUnallocatedSpace();
                if (store.getUnallocatedSpace() > 0) {
                    // It fails while somebody writes more than there was a moment ago; then the next look is as good.
                    run("mount", "-o", "remount,size=" + Math.ceilDiv(used, KB) + "k", place.toString());
                }
                LockSupport.parkNanos(LOOK);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The disk could not be filled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is free on it, in bytes. */
    long free() throws IOException {
        return store.getUsableSpace();
    }

    /** Somebody made room. */
    void makeRoom() throws IOException, InterruptedException {
        full = false;
        keeper.join();
        if (!run("mount", "-o", "remount,size=" + roomy, place.toString())) {
            throw new IOException("There is no room again on " + place);
        }
    }

    /** Unmounts it; what still writes to it writes to nowhere. */
    @Override
    public void close() throws IOException, InterruptedException {
        full = false;
        keeper.join();
        if (!run("umount", "--lazy", place.toString())) {
            throw new IOException(place + " is still mounted");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
