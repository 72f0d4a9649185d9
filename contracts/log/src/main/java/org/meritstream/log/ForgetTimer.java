package org.meritstream.log;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Has the store forget, now and then. Any replica that runs the loop may: deleting twice deletes once. */
@ApplicationScoped
public class ForgetTimer {
    private static final Logger LOG = Logger.getLogger(ForgetTimer.class);

    private final Instance<BatchHandler> handlers;
    private final LoopSwitch loopSwitch;
    private final LogConfig config;

    ForgetTimer(Instance<BatchHandler> handlers, LoopSwitch loopSwitch, LogConfig config) {
        this.handlers = handlers;
        this.loopSwitch = loopSwitch;
        this.config = config;
    }

    /** A store that is away is the loop's trouble, and told by it; here the next minute is as good. */
    @Scheduled(
            every = "{meritstream.log.forget-every:1m}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        if (!loopSwitch.on() || handlers.isUnsatisfied()) {
            return;
        }
        try {
            Forgetting.round(handlers.get(), config.log().forgetMargin(), Instant.now());
        } catch (RuntimeException fault) {
            LOG.warnf("log.not-forgotten service=%s fault=%s", config.service(), Faults.kind(fault));
        }
    }
}
