package org.meritstream.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the loop with the service and ends it before the service's clients go. */
@ApplicationScoped
public class LoopStarter {
    private final LogConfig config;
    private final Instance<BatchHandler> handlers;
    private final Instance<Adoption> adoption;
    private final Map<String, Object> connection;
    private final LoopHealth health;
    private final LoopSwitch loopSwitch;
    private @Nullable Loop loop;

    LoopStarter(
            LogConfig config,
            Instance<BatchHandler> handlers,
            Instance<Adoption> adoption,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            LoopHealth health,
            LoopSwitch loopSwitch) {
        this.config = config;
        this.handlers = handlers;
        this.adoption = adoption;
        this.connection = connection;
        this.health = health;
        this.loopSwitch = loopSwitch;
    }

    @Produces
    @Singleton
    static LoopHealth health() {
        return new LoopHealth();
    }

    void start(@Observes StartupEvent started) {
        SoundConfig.require(config);
        if (!loopSwitch.on() || handlers.isUnsatisfied()) {
            return;
        }
        Adoption own = adoption.isUnsatisfied() ? Adoption.NOTHING : adoption.get();
        Loop starting = new Loop(handlers.get(), own, KafkaClients.of(config, connection), health, Clock.systemUTC());
        loop = starting;
        starting.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (loop != null) {
            loop.close();
        }
    }
}
