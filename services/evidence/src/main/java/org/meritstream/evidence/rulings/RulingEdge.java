package org.meritstream.evidence.rulings;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Command;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.Note;
import org.meritstream.evidence.notes.Notes;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;

/** Takes a ruling with its reason: the reason becomes a note, then the command is appended under the note's id. */
@ApplicationScoped
class RulingEdge {
    private final Notes notes;
    private final CommandEdge commands;

    RulingEdge(Notes notes, CommandEdge commands) {
        this.notes = notes;
        this.commands = commands;
    }

    /**
     * Appends what was asked for.
     *
     * @param kind of the note
     * @param author the subject of the caller's token
     */
    Uni<Response> take(Asked<? extends Command> asked, String kind, String author, @Nullable String prefer) {
        Instant now = Instant.now();
        UUID id = CommandIds.next(now);
        Command command = asked.command();
        UUID learner = UUID.fromString(command.aggregate());
        return notes.write(new Note(id, command.tenant(), learner, kind, author, asked.reason(), now))
                .chain(() -> commands.request(id, command, prefer));
    }
}
