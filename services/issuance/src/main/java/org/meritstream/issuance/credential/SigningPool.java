package org.meritstream.issuance.credential;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.meritstream.issuance.flow.IssuanceConfig;

/** The threads that sign: as many as are configured, however large a batch is. */
@ApplicationScoped
public class SigningPool {
    private final ExecutorService pool;

    public SigningPool(IssuanceConfig config) {
        this.pool = Executors.newFixedThreadPool(
                config.signingThreads(),
                Thread.ofPlatform().name("signing-", 0).daemon().factory());
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }

    /** What each of them comes to, in their order, once all are done. */
    <T> List<T> all(Collection<Callable<T>> tasks) {
        List<T> all = new ArrayList<>(tasks.size());
        try {
            for (Future<T> done : pool.invokeAll(tasks)) {
                all.add(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while signing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Signing failed", e.getCause());
        }
        return all;
    }
}
