package org.meritstream.assessment.source;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.AssessmentConfig;
import org.meritstream.assessment.source.CheckSourceDecision.Outcome;
import org.meritstream.events.EventFormat;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Sources of the caller's tenant: created, replaced, listed. Secrets go in and never come out. */
@Path("/api/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
    private final Sources sources;
    private final SourceDirectory directory;
    private final AssessmentConfig config;
    private final Caller caller;

    public SourcesResource(Sources sources, SourceDirectory directory, AssessmentConfig config, Caller caller) {
        this.sources = sources;
        this.directory = directory;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "designer", "registrar", "auditor"})
    public Uni<List<SourceView>> list() {
        return sources.of(caller.tenant())
                .map(rows -> rows.stream().map(this::view).toList());
    }

    @GET
    @Path("{source}")
    @RolesAllowed({"admin", "designer", "registrar", "auditor"})
    public Uni<SourceView> read(@PathParam("source") String id) {
        return sources.find(caller.tenant(), id).map(row -> {
            if (row == null) {
                throw new ProblemException(unknown());
            }
            return view(row);
        });
    }

    /** Creates the source or replaces it as a whole; the password alone may be left out to keep it. */
    @PUT
    @Path("{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    public Uni<SourceView> put(@PathParam("source") String id, byte @Nullable [] body) {
        SourceSettings settings = settings(body);
        String tenant = caller.tenant();
        Instant now = Instant.now();
        return sources.find(tenant, id)
                .invoke(existing -> check(id, settings, existing != null && existing.password != null))
                .chain(() -> sources.put(sources.row(tenant, id, settings, now)))
                .invoke(directory::forget)
                .chain(() -> read(id));
    }

    private static SourceSettings settings(byte @Nullable [] body) {
        try {
            SourceSettings settings = body == null ? null : EventFormat.JSON.readValue(body, SourceSettings.class);
            if (settings != null) {
                return settings;
            }
        } catch (IOException e) {
            // What the parser says may quote a secret.
        }
        throw new ProblemException(
                Problem.of("malformed-source", "The body is no source", 400, "See the API description."));
    }

    private static void check(String id, SourceSettings settings, boolean hasPassword) {
        switch (CheckSourceDecision.decide(id, settings, hasPassword)) {
            case Outcome.Sound sound -> {}
            case Outcome.Unsound(var faults) ->
                throw new ProblemException(Problem.of(
                                "unsound-source",
                                "The source can not be used as it is",
                                400,
                                "Its deliveries could not be authenticated.")
                        .at(faults.stream()
                                .map(fault -> new Problem.Place(fault.pointer(), fault.detail()))
                                .toList()));
        }
    }

    private SourceView view(SourceRow row) {
        return SourceView.of(row, config.publicUrl());
    }

    private static Problem unknown() {
        return Problem.of("unknown-source", "There is no such source", 404, "See GET /api/sources.");
    }
}
