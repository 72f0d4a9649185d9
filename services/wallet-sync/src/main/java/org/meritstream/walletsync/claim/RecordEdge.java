package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.RequestRecord;
import org.meritstream.events.Visibility;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.http.Appender;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.Outcome;
import org.meritstream.log.http.OutcomeStore;
import org.meritstream.walletsync.wallet.Announcement;

/** Puts into the log what a learner wants of their records, and waits a little for what comes of it. */
@ApplicationScoped
public class RecordEdge {
    private final Appender appender;
    private final OutcomeStore outcomes;
    private final CommandEdge commands;
    private final ClaimConfig config;

    public RecordEdge(Appender appender, OutcomeStore outcomes, CommandEdge commands, ClaimConfig config) {
        this.appender = appender;
        this.outcomes = outcomes;
        this.commands = commands;
        this.config = config;
    }

    /**
     * Asks for a record of everything, or of the credential of this visit and what it is built on.
     *
     * @param drawn by the page that the form was on: the command's id follows from it and from whose it is, so that a form sent again says it once
     */
    Uni<Notice> ask(Visit visit, UUID drawn, boolean stack) {
        Session of = visit.session();
        RequestRecord command = new RequestRecord(of.tenant(), of.learner(), stack ? of.credential() : null);
        String id = EventIds.of("request-record", of.tenant(), of.learner().toString(), drawn.toString());
        EventHeader header = new EventHeader(
                id, Emission.source(Announcement.SERVICE), Emission.subject(command), Instant.now(), null);
        return appender.append(new Event<>(header, command))
                .chain(() -> Patience.until(
                        () -> outcomes.find(UUID.fromString(id)), outcome -> outcome != null, config.patience()))
                .map(RecordEdge::notice);
    }

    private static Notice notice(@Nullable Outcome outcome) {
        if (outcome == null) {
            return Notice.PENDING;
        }
        return outcome.state() == Outcome.State.DONE ? Notice.ASKED : Notice.NOT_ASKED;
    }

    /** Shares a record, or stops sharing it. */
    Uni<Notice> share(Visit visit, UUID record, Visibility visibility) {
        Session of = visit.session();
        return commands.request(new ChangeVisibility(of.tenant(), of.learner(), record, visibility), "wait=2")
                .map(answer -> Notice.of((CommandState) answer.getEntity()));
    }
}
