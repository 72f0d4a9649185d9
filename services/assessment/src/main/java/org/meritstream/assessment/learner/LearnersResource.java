package org.meritstream.assessment.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.learner.CheckRosterDecision.Person;
import org.meritstream.assessment.learner.CheckRosterDecision.Verdict;
import org.meritstream.assessment.reading.SenderJson;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.log.Emission;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.http.Appender;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/**
 * The roster: names and addresses that payloads of senders lack. Every row gets a verdict of its own; the same file may come again. Read on
 * a worker thread: a large file must not keep deliveries waiting on the event loop.
 */
@Path("/api/learners")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "admin"})
public class LearnersResource {
    private static final String CSV = "text/csv";
    private static final int MOST_ROWS = 50_000;
    private static final int AT_ONCE = 256;

    private final Appender appender;
    private final LearnerIds ids;
    private final KeyedIds keyed;
    private final Caller caller;

    public LearnersResource(Appender appender, LearnerIds ids, KeyedIds keyed, Caller caller) {
        this.appender = appender;
        this.ids = ids;
        this.keyed = keyed;
        this.caller = caller;
    }

    /** What became of a roster. */
    public record Taken(long accepted, long refused, List<Row> rows) {}

    /** What became of a row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int row,
            @Nullable String studentNumber,
            String verdict,
            @Nullable String reason,
            @Nullable String detail) {

        static Row of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Sound(int row, Person person) ->
                    new Row(row, person.studentNumber(), "ACCEPTED", null, null);
                case Verdict.Unsound(int row, String number, RowFault fault) ->
                    new Row(row, number, "REFUSED", fault.code(), fault.sentence());
            };
        }
    }

    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Taken> json(byte @Nullable [] body) {
        return take(() -> RosterFile.json(
                SenderJson.read(text(body)).orElseThrow(() -> new Csv.Broken("The body is not one JSON value."))));
    }

    @PUT
    @Blocking
    @Consumes(CSV)
    public Uni<Taken> csv(byte @Nullable [] body) {
        return take(() -> RosterFile.csv(text(body)));
    }

    private static String text(byte @Nullable [] body) {
        return SenderJson.text(body == null ? new byte[0] : body)
                .orElseThrow(() -> new Csv.Broken("The body is not UTF-8."));
    }

    private Uni<Taken> take(Supplier<List<RosterRow>> reading) {
        String tenant = caller.tenant();
        Instant now = Instant.now();
        List<Verdict> verdicts = CheckRosterDecision.decide(rows(reading));
        List<Person> sound = verdicts.stream()
                .flatMap(verdict ->
                        verdict instanceof Verdict.Sound(int row, Person person) ? Stream.of(person) : Stream.empty())
                .toList();
        Taken taken = new Taken(
                sound.size(),
                verdicts.size() - sound.size(),
                verdicts.stream().map(Row::of).toList());
        return Multi.createFrom()
                .iterable(sound)
                .onItem()
                .transformToUni(person -> appender.append(profiled(tenant, person, now)))
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .replaceWith(taken);
    }

    private static List<RosterRow> rows(Supplier<List<RosterRow>> reading) {
        try {
            List<RosterRow> rows = reading.get();
            if (rows.size() > MOST_ROWS) {
                throw new Csv.Broken("A roster has at most 50,000 rows; send it in parts.");
            }
            return rows;
        } catch (Csv.Broken broken) {
            throw new ProblemException(Problem.of(
                    "malformed-roster", "The roster can not be read", 400, String.valueOf(broken.getMessage())));
        }
    }

    /** The same row said again at another time is another fact; its id derives from a person and so is keyed. */
    private Event<LearnerProfiled> profiled(String tenant, Person person, Instant now) {
        LearnerProfiled profiled = new LearnerProfiled(
                tenant,
                ids.learner(tenant, person.studentNumber()),
                person.studentNumber(),
                person.displayName(),
                person.email(),
                person.language(),
                now);
        String id = keyed.of(tenant, "profiled", person.studentNumber(), now.toString())
                .toString();
        return new Event<>(
                new EventHeader(id, Emission.source("assessment"), Emission.subject(profiled), now, null), profiled);
    }
}
