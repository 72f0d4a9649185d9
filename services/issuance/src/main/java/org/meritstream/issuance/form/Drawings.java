package org.meritstream.issuance.form;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn, kept while there is room. Drawing costs tens of milliseconds where asking costs nothing, and anybody may ask: so two threads draw and no
 * more, few may wait for them, and what was drawn is kept within a bound, the one that was not asked for longest going first.
 */
@ApplicationScoped
public class Drawings {
    /** Counts up with every change of how things look: whoever has an older drawing gets the new one. */
    public static final int EDITION = 1;

    private static final int PENS = 2;
    private static final int WAITING = 64;
    private static final int MOST_BYTES = 32 << 20;

    private final int mostBytes;
    private final ThreadPoolExecutor pens;
    private final Map<Object, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    public Drawings() {
        this(MOST_BYTES, WAITING);
    }

    Drawings(int mostBytes, int waiting) {
        this.mostBytes = mostBytes;
        pens = new ThreadPoolExecutor(
                PENS,
                PENS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("drawing-", 0).daemon().factory());
        pens.allowCoreThreadTimeOut(true);
    }

    /**
     * The drawing of that key, drawn where it is not kept.
     *
     * @param key equal for what looks equal, and for nothing else
     * @return fails with {@link java.util.concurrent.RejectedExecutionException} when too many wait
     */
    public Uni<byte[]> of(Object key, Supplier<byte[]> draw) {
        byte[] known = known(key);
        return known == null
                ? Uni.createFrom().item(() -> drawn(key, draw)).runSubscriptionOn(pens)
                : Uni.createFrom().item(known);
    }

    /** Who waited may find that the one before drew the same. */
    private byte[] drawn(Object key, Supplier<byte[]> draw) {
        byte[] known = known(key);
        return known == null ? keep(key, draw.get()) : known;
    }

    private synchronized byte @Nullable [] known(Object key) {
        return kept.get(key);
    }

    private synchronized byte[] keep(Object key, byte[] drawing) {
        byte[] before = kept.put(key, drawing);
        bytes += drawing.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = kept.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
        return drawing;
    }

    /** How many bytes are kept. */
    synchronized int kept() {
        return bytes;
    }

    @PreDestroy
    void stop() {
        pens.shutdownNow();
    }
}
