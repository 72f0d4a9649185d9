package org.meritstream.evidence.regrades;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EvidenceCommand;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.NoteEdge;

/** Takes what a registrar decides about one award, with the reason in words. */
@ApplicationScoped
public class RegradeEdge {
    private static final String KIND = "award";

    private final NoteEdge notes;
    private final LearnerIds learners;

    RegradeEdge(NoteEdge notes, LearnerIds learners) {
        this.notes = notes;
        this.learners = learners;
    }

    /**
     * Appends the command.
     *
     * @param members what was sent; the award and its learner are the address's
     * @param about the award, or a failure where the tenant has none
     */
    public Uni<Response> take(
            Class<? extends EvidenceCommand> command, ObjectNode members, Uni<Award> about, @Nullable String prefer) {
        return about.chain(award -> {
            members.remove("studentNumber");
            members.put("award", award.id().toString());
            members.put("learner", award.learner().id().toString());
            Asked<? extends EvidenceCommand> asked =
                    Asked.read(members, command, award.learner().tenant(), learners);
            return notes.take(asked, award.learner().id(), KIND, prefer);
        });
    }
}
