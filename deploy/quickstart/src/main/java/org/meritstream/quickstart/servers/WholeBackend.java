package org.meritstream.quickstart.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The emulator's store, saved only between operations. Left to itself the store saves at any moment, and an operation puts a document and its
 * index entries one after the other: after a SIGKILL a document may then stand there that no index knows, can not be found, and can not be
 * inserted again. And a document that a query names by its {@code _id} is looked up ({@link IdIndex}).
 */
final class WholeBackend extends H2Backend {
    private static final Duration EVERY = Duration.ofMillis(200);

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ScheduledExecutorService saving = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "emulator-saving");
        thread.setDaemon(true);
        return thread;
    });

    private WholeBackend(MVStore store) {
        super(store);
    }

    /** Opens the file, or makes it; what was saved last is there. Saving tells of its own failures, so its future is not watched. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static WholeBackend open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        WholeBackend backend = new WholeBackend(store);
        long every = EVERY.toMillis();
        backend.saving.scheduleWithFixedDelay(backend::save, every, every, TimeUnit.MILLISECONDS);
        return backend;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return IdIndex.insteadOf(super.openOrCreateUniqueIndex(collection, index, keys, sparse));
            }
        };
    }

    /** A store that could not save has closed itself, and every operation from then on fails: the services say that it is away. */
    private void save() {
        try {
            commit();
        } catch (MVStoreException failed) {
            System.err.println("The MongoDB emulator could not save: " + failed.getMessage());
        }
    }

    /** Saves what is there once the operations in hand are done. */
    @Override
    public void commit() {
        lock.writeLock().lock();
        try {
            super.commit();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return whole(() -> super.handleCommand(channel, database, command, query));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return whole(() -> super.handleQuery(query));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return whole(() -> super.handleMessage(message));
    }

    /** Does an operation while nothing is saved. */
    <T> T whole(Supplier<T> operation) {
        lock.readLock().lock();
        try {
            return operation.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        saving.shutdown();
        lock.writeLock().lock();
        try {
            super.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
