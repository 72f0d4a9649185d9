package org.meritstream.evidence.appeals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.Digests;
import org.meritstream.evidence.notes.Note;
import org.meritstream.evidence.notes.Notes;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.ProblemException;

/** Takes appeals with their reasons, by the API and on the learner's page alike, and shows what they came to. */
@ApplicationScoped
public class AppealEdge {
    private final AppealSearch search;
    private final Notes notes;
    private final CommandEdge commands;

    AppealEdge(AppealSearch search, Notes notes, CommandEdge commands) {
        this.search = search;
        this.notes = notes;
        this.commands = commands;
    }

    /** Reads a body: the digest of the reason stands in the command, the reason in the note. */
    static Asked<LodgeAppeal> read(ObjectNode members, String tenant, LearnerIds learners) {
        String reason = Asked.reason(members);
        members.put("reason", Digests.of(reason));
        return new Asked<>(Asked.command(members, LodgeAppeal.class, tenant, learners), reason);
    }

    /**
     * Appends an appeal.
     *
     * @param author the subject of the token or session of whoever lodges it
     */
    public Uni<Response> lodge(Asked<LodgeAppeal> asked, String author, @Nullable String prefer) {
        Instant now = Instant.now();
        UUID id = CommandIds.next(now);
        LodgeAppeal appeal = asked.command();
        LearnerKey learner = new LearnerKey(appeal.tenant(), appeal.learner());
        return notes.write(new Note(id, learner, "appeal", author, asked.reason(), now))
                .chain(() -> commands.request(id, appeal, prefer));
    }

    Uni<List<AppealView>> some(String tenant, AppealSearch.Wanted wanted) {
        return search.some(tenant, wanted)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::view)
                        .collect()
                        .asList());
    }

    Uni<AppealView> show(String tenant, UUID id) {
        return search.find(tenant, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(AppealProblems.unknown()))
                .chain(this::view);
    }

    private Uni<AppealView> view(AppealSearch.Found found) {
        return search.facts(found.said()).chain(facts -> view(found, facts));
    }

    private Uni<AppealView> view(AppealSearch.Found found, List<Fact> facts) {
        String tenant = found.said().tenant();
        return notes.texts(tenant, texts(found, facts))
                .chain(texts -> search.newest(tenant, found.said().achievement())
                        .map(newest -> AppealView.of(found, facts, newest, texts)));
    }

    /** The facts whose texts belong to an appeal. */
    private static List<String> texts(AppealSearch.Found found, List<Fact> facts) {
        Appealed appeal = (Appealed) found.said().fact();
        List<String> ids = new ArrayList<>(List.of(appeal.id()));
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Review review when review.criterion().equals(appeal.criterion()) -> ids.add(review.id());
                case Fact.Misconduct finding when finding.id().equals(appeal.misconduct()) -> ids.add(finding.id());
                case Settled settled when settled.misconduct().equals(appeal.misconduct()) -> ids.add(settled.id());
                default -> {}
            }
        }
        return ids;
    }
}
