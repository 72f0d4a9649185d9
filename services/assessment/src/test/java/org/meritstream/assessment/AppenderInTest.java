package org.meritstream.assessment;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.meritstream.events.Event;
import org.meritstream.log.http.Appender;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The log in memory; it can be away. */
@Alternative
@Singleton
public class AppenderInTest extends Appender {
    private final List<Event<?>> appended = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public AppenderInTest(
            @Channel("log") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<byte[]> log) {
        super(log);
    }

    @Override
    public Uni<Void> append(Event<?> event) {
        if (away) {
            return Uni.createFrom().failure(new ProblemException(Problem.of("log-unavailable", "Away", 503, "Later.")));
        }
        appended.add(event);
        return super.append(event);
    }

    /** What was appended so far. */
    public List<Event<?>> appended() {
        return List.copyOf(appended);
    }

    /** Forgets what was appended, and answers or not from now on. */
    public void reset(boolean isAway) {
        appended.clear();
        away = isAway;
    }
}
