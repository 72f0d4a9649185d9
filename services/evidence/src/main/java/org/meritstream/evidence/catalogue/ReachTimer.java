package org.meritstream.evidence.catalogue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.meritstream.events.EvaluateLearner;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.http.Appender;

/**
 * Lets a publication reach the learners whose facts came first: a command for each of them, in bounded steps. The ids of the commands follow
 * from what they ask, so any replica may take any step at any time and repeat it: the loop sees to each command once.
 */
@ApplicationScoped
public class ReachTimer {
    private static final Logger LOG = Logger.getLogger(ReachTimer.class);
    private static final String SERVICE = "evidence";
    private static final int AT_ONCE = 64;
    private static final int STEPS = 20;

    private final Reaches reaches;
    private final Appender appender;

    ReachTimer(Reaches reaches, Appender appender) {
        this.reaches = reaches;
        this.appender = appender;
    }

    /** A few steps of every publication that is under way. */
    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return steps(STEPS)
                .onFailure()
                .invoke(fault ->
                        LOG.warnf("reach.failed fault=%s", fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> steps(int left) {
        return reaches.open().chain(open -> {
            if (open.isEmpty() || left == 0) {
                return Uni.createFrom().voidItem();
            }
            return Multi.createFrom()
                    .iterable(open)
                    .onItem()
                    .transformToUniAndConcatenate(this::step)
                    .collect()
                    .asList()
                    .chain(() -> steps(left - 1));
        });
    }

    /** The next learners of one publication: first the commands, then how far it has come. */
    private Uni<Void> step(Reaches.Reach reach) {
        return reaches.next(reach)
                .chain(learners -> Multi.createFrom()
                        .iterable(learners)
                        .onItem()
                        .transformToUni(learner -> appender.append(command(reach, learner)))
                        .merge(AT_ONCE)
                        .collect()
                        .asList()
                        .chain(() ->
                                learners.isEmpty() ? reaches.done(reach) : reaches.cameTo(reach, learners.getLast()))
                        .invoke(() -> LOG.infof(
                                "reach.step tenant=%s achievement=%s version=%d learners=%d",
                                reach.version().tenant(),
                                reach.version().achievement(),
                                reach.version().version(),
                                learners.size())));
    }

    private static Event<EvaluateLearner> command(Reaches.Reach reach, UUID learner) {
        AchievementKey version = reach.version();
        EvaluateLearner asked =
                new EvaluateLearner(version.tenant(), learner, version.achievement(), version.version());
        String id = EventIds.of(
                "evaluate-learner",
                version.tenant(),
                version.achievement(),
                String.valueOf(version.version()),
                learner.toString());
        EventHeader header =
                new EventHeader(id, Emission.source(SERVICE), Emission.subject(asked), Instant.now(), null);
        return new Event<>(header, asked);
    }
}
