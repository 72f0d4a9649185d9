package org.meritstream.evidence.restraints;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Command;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.NoteEdge;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.ProblemException;

/** Takes holds and pauses with their reasons, and liftings. */
@ApplicationScoped
class RestraintEdge {
    private final RestraintSearch search;
    private final NoteEdge notes;
    private final CommandEdge commands;
    private final Caller caller;

    RestraintEdge(RestraintSearch search, NoteEdge notes, CommandEdge commands, Caller caller) {
        this.search = search;
        this.notes = notes;
        this.commands = commands;
        this.caller = caller;
    }

    Uni<List<RestraintView>> holding(WithholdingReason kind) {
        return search.holding(caller.tenant(), kind);
    }

    Uni<RestraintView> find(WithholdingReason kind, UUID id) {
        return search.find(caller.tenant(), kind, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(RestraintProblems.unknown()));
    }

    /** The note has the restraint's id. */
    Uni<Response> place(Asked<? extends Command> asked, @Nullable UUID learner, @Nullable String prefer) {
        return notes.take(asked, learner, "restraint", prefer);
    }

    Uni<Response> lift(WithholdingReason kind, UUID id, @Nullable String prefer) {
        String tenant = caller.tenant();
        return find(kind, id)
                .map(found -> new LiftRestraint(tenant, id, found.learner()))
                .chain(command -> commands.request(command, prefer));
    }
}
