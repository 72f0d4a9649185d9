package org.meritstream.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets time pass in a service whose store keeps what falls due. */
@ApplicationScoped
public class TimekeeperStarter {
    private final LogConfig config;
    private final Instance<Agenda> agenda;
    private final Map<String, Object> connection;
    private final LoopHealth health;
    private final LoopSwitch loopSwitch;
    private @Nullable Timekeeper timekeeper;

    TimekeeperStarter(
            LogConfig config,
            Instance<Agenda> agenda,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            LoopHealth health,
            LoopSwitch loopSwitch) {
        this.config = config;
        this.agenda = agenda;
        this.connection = connection;
        this.health = health;
        this.loopSwitch = loopSwitch;
    }

    void start(@Observes StartupEvent started) {
        if (!loopSwitch.on() || agenda.isUnsatisfied()) {
            return;
        }
        Timekeeper starting = new Timekeeper(
                config.service(), agenda.get(), KafkaClients.of(config, connection), health, Clock.systemUTC());
        timekeeper = starting;
        starting.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (timekeeper != null) {
            timekeeper.close();
        }
    }
}
