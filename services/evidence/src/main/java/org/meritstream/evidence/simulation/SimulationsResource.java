package org.meritstream.evidence.simulation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.Simulation;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.simulation.SimulateDecision.Answer;
import org.meritstream.log.http.Caller;

/** What if? Nothing is changed, and nothing of what is sent is kept or logged. */
@Path("/api/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "designer", "auditor", "admin"})
public class SimulationsResource {
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_FACTS = 1000;

    private final PublishedAchievements published;
    private final Caller caller;

    SimulationsResource(PublishedAchievements published, Caller caller) {
        this.published = published;
        this.caller = caller;
    }

    @POST
    @Path("simulate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> simulate(
            byte[] body,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        String tenant = caller.tenant();
        Words words = Words.forReader(language, languages);
        Simulation asked = read(body);
        // Judging a thousand facts is no work for the event loop.
        return named(tenant, asked.achievement())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(version -> answer(SimulateDecision.decide(tenant, asked, version), words));
    }

    private Uni<@Nullable AchievementPublished> named(String tenant, Simulation.Subject subject) {
        String id = subject.id();
        Integer version = subject.version();
        return subject.definition() != null || id == null || version == null
                ? Uni.createFrom().nullItem()
                : published.version(new AchievementKey(tenant, id, version));
    }

    private static Response answer(Answer answer, Words words) {
        return switch (answer) {
            case Answer.Judged judged ->
                Response.ok(SimulationView.of(judged, words))
                        .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                        .build();
            case Answer.Unknown unknown -> throw SimulationProblems.unknown();
            case Answer.Faulty faulty -> throw SimulationProblems.faulty(faulty.faults());
        };
    }

    private static Simulation read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw SimulationProblems.tooLarge(MOST_BYTES);
        }
        try {
            Simulation asked = EventFormat.simulation(body);
            if (asked.facts().size() > MOST_FACTS) {
                throw SimulationProblems.tooManyFacts(MOST_FACTS);
            }
            return asked;
        } catch (MalformedEvent fault) {
            throw SimulationProblems.malformed(fault);
        }
    }
}
