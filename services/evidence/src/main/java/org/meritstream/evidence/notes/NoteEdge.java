package org.meritstream.evidence.notes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Command;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;

/** Takes what staff ask for with its reason: the reason becomes a note, then the command is appended under the note's id. */
@ApplicationScoped
public class NoteEdge {
    private final Notes notes;
    private final CommandEdge commands;
    private final Caller caller;

    NoteEdge(Notes notes, CommandEdge commands, Caller caller) {
        this.notes = notes;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * Appends what was asked for.
     *
     * @param learner whom it is about, or null
     * @param kind of the note
     */
    public Uni<Response> take(
            Asked<? extends Command> asked, @Nullable UUID learner, String kind, @Nullable String prefer) {
        Instant now = Instant.now();
        UUID id = CommandIds.next(now);
        Command command = asked.command();
        Note note = new Note(id, command.tenant(), learner, kind, caller.subject(), asked.reason(), now);
        return notes.write(note).chain(() -> commands.request(id, command, prefer));
    }
}
