package org.meritstream.issuance.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.ContinueBulk;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turns;
import org.meritstream.log.postgres.PostgresJournal;

/** Drives a bulk operation from slice to slice as the log would, and as a log and a process that fail would. */
final class Driver {
    private final BatchHandler handler;
    private final IssuanceWork work;
    private final PostgresJournal journal;
    private final Deliveries log;

    Driver(BatchHandler handler, IssuanceWork work, PostgresJournal journal, Deliveries log) {
        this.handler = handler;
        this.work = work;
        this.journal = journal;
        this.log = log;
    }

    /** All that is told by a command and by every slice that it leads to. */
    List<Message> untilOver(Event<?> command) {
        return untilOver(handler.handle(log.deliver(List.of(command))));
    }

    /** The same of one that has begun. */
    List<Message> untilOver(List<Message> begun) {
        List<Message> told = new ArrayList<>(begun);
        List<Inbound> next = next(begun);
        while (!next.isEmpty()) {
            List<Message> more = handler.handle(next);
            told.addAll(more);
            next = next(more);
        }
        return told;
    }

    /** The slices that are asked for, as they are read. */
    List<Inbound> next(List<Message> told) {
        List<Inbound> asked = new ArrayList<>();
        for (Message message : told) {
            Event<?> event = EventFormat.read(message.headers(), message.body());
            if (event.data() instanceof ContinueBulk) {
                asked.add(log.deliver(event));
            }
        }
        return asked;
    }

    /** A process that signs, and dies before it stores. */
    void dieBeforeStoring(List<Inbound> batch) {
        try {
            new Turns<>(work, new Meanwhile(journal, Driver::die)).handle(batch);
        } catch (IllegalStateException killed) {
            if (!"killed".equals(killed.getMessage())) {
                throw killed;
            }
        }
    }

    private static void die() {
        throw new IllegalStateException("killed");
    }

    /** A replica that is about to store what it decided when another does something. */
    List<Message> interrupted(List<Inbound> batch, Runnable other) {
        return new Turns<>(work, new Meanwhile(journal, other)).handle(batch);
    }

    /** What the timekeeper appends for an operation of a tenant. */
    static Event<?> fellDue(Agenda agenda, String tenant) {
        Message due = agenda.take(Story.START.plus(Duration.ofDays(3650)), Integer.MAX_VALUE).stream()
                .filter(one -> one.name().startsWith("bulk/" + tenant + "/"))
                .findFirst()
                .orElseThrow()
                .message();
        return EventFormat.read(due.headers(), due.body());
    }
}
