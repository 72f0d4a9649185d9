package org.meritstream.evidence.moves;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.moves.BeginMoveDecision.Beginning;
import org.meritstream.evidence.moves.BeginMoveDecision.Shown;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.ProblemException;

/** What moving learners to a later version would mean for whom. Nothing is changed. */
@Path("/api/achievements/{id}/moves/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"designer", "registrar", "auditor", "admin"})
public class MovePreviewResource {
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 60;
    private static final int USUAL_PAGE = 50;
    private static final int MOST_LEARNERS = 500;

    private final MoveSearch search;
    private final PublishedAchievements published;
    private final MoveForesight foresight;
    private final Caller caller;

    MovePreviewResource(MoveSearch search, PublishedAchievements published, MoveForesight foresight, Caller caller) {
        this.search = search;
        this.published = published;
        this.foresight = foresight;
        this.caller = caller;
    }

    /** Which page of what. */
    public static final class Query {
        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        @QueryParam("show")
        @Nullable
        String show;

        @QueryParam("after")
        @Nullable
        String after;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("seconds")
        @Nullable
        String seconds;
    }

    @GET
    public Uni<MoveForeseen> preview(@PathParam("id") String achievement, @BeanParam Query query) {
        MoveLearners move = MoveRequest.command(caller.tenant(), achievement, query.from, query.to);
        Instant now = Instant.now();
        MoveForesight.Show show = MoveRequest.show(query.show);
        UUID after = MoveRequest.after(query.after);
        int limit = MoveRequest.number(query.limit, "limit", MOST_LEARNERS, USUAL_PAGE);
        BooleanSupplier timeIsUp = timeIsUp(MoveRequest.number(query.seconds, "seconds", MOST_SECONDS, USUAL_SECONDS));
        return search.shown(move)
                .invoke(shown -> check(move, shown, now))
                .chain(() -> published.versions(List.of(key(move, move.from()), key(move, move.to()))))
                // Judging a hundred thousand learners is no work for the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(versions -> foresight.look(
                        new MoveForesight.Asked(
                                version(versions, key(move, move.from())),
                                version(versions, key(move, move.to())),
                                show,
                                after,
                                limit,
                                now),
                        timeIsUp));
    }

    /** By the decision that the command would meet; one that is under way is no reason not to look. */
    private static void check(MoveLearners move, Shown shown, Instant now) {
        Shown alone = new Shown(shown.published(), shown.retired(), null);
        Beginning beginning = BeginMoveDecision.decide(move, alone, new UUID(0, 0), now);
        if (!(beginning instanceof Beginning.Begin)) {
            throw new ProblemException(MoveProblems.of(beginning));
        }
    }

    private static AchievementKey key(MoveLearners move, int version) {
        return new AchievementKey(move.tenant(), move.achievement(), version);
    }

    private static Version version(Map<AchievementKey, AchievementPublished> versions, AchievementKey key) {
        return Version.of(requireNonNull(versions.get(key), "published, and never taken back"));
    }

    private static BooleanSupplier timeIsUp(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() - end >= 0;
    }
}
