package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.RetireAchievement;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.ProblemException;

/** The catalogue for its authors: drafts, and the request to publish one. An id is a slug, with or without the tenant before it. */
@Path("/api/achievements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"designer", "registrar", "auditor", "admin"})
public class AchievementsResource {
    private final Drafts drafts;
    private final PublishedAchievements published;
    private final CommandEdge commands;
    private final Caller caller;

    AchievementsResource(Drafts drafts, PublishedAchievements published, CommandEdge commands, Caller caller) {
        this.drafts = drafts;
        this.published = published;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    public Uni<ObjectNode> all() {
        String tenant = caller.tenant();
        return drafts.of(tenant).chain(found -> published.newest(tenant).map(newest -> list(found, newest)));
    }

    @GET
    @Path("{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        Draft.Key key = key(id);
        return drafts.find(key)
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(draft -> answer(draft, Response.ok()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("designer")
    public Uni<Response> create(byte[] body) throws JsonProcessingException {
        DraftJson.Sent sent = read(body);
        Faults faults = new Faults();
        faults.slug(sent.id(), "/id");
        if (!faults.found().isEmpty()) {
            throw new ProblemException(CatalogueProblems.faulty(faults.found()));
        }
        Draft.Key key = new Draft.Key(caller.tenant(), sent.id());
        URI address = URI.create("/api/achievements/" + sent.id());
        return drafts.add(new Draft(key, DraftJson.kept(sent.definition()), Instant.now()))
                .onFailure(Drafts.Conflict.class)
                .transform(conflict -> CatalogueProblems.taken())
                .chain(draft -> answer(draft, Response.created(address)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("designer")
    public Uni<Response> replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body)
            throws JsonProcessingException {
        DraftJson.Sent sent = read(body);
        Draft.Key key = key(id);
        return drafts.replace(key, DraftJson.kept(sent.definition()), revision(ifMatch), Instant.now())
                .onFailure(Drafts.Conflict.class)
                .transform(conflict -> CatalogueProblems.changedMeanwhile())
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(draft -> answer(draft, Response.ok()));
    }

    /** Asks to publish the draft as it is now as the next version. */
    @POST
    @Path("{id}/versions")
    @RolesAllowed("designer")
    public Uni<Response> publish(
            @PathParam("id") String id, @HeaderParam("Prefer") @Nullable String prefer, byte[] body)
            throws JsonProcessingException {
        Draft.Key key = key(id);
        Boolean retroactive = DraftJson.retroactive(body);
        return drafts.find(key)
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(draft -> published.newest(key.tenant()).map(newest -> next(draft, newest, retroactive)))
                .chain(command -> commands.request(command, prefer));
    }

    /** Asks to retire every version: nobody new earns it, and what was awarded stands. */
    @POST
    @Path("{id}/retirements")
    @RolesAllowed({"designer", "registrar"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam("Prefer") @Nullable String prefer) {
        Draft.Key key = key(id);
        return published
                .newest(key.tenant(), key.achievement())
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .map(newest -> new RetireAchievement(key.tenant(), key.achievement(), newest))
                .chain(command -> commands.request(command, prefer));
    }

    private static PublishAchievement next(Draft draft, Map<String, Integer> newest, @Nullable Boolean retroactive) {
        Draft.Key key = draft.key;
        int version = newest.getOrDefault(key.achievement(), 0) + 1;
        return new PublishAchievement(
                key.tenant(), key.achievement(), version, DraftJson.definition(draft), retroactive);
    }

    private Draft.Key key(String id) {
        return Draft.Key.of(caller.tenant(), id);
    }

    private Uni<Response> answer(Draft draft, Response.ResponseBuilder builder) {
        return published
                .newest(draft.key.tenant())
                .map(newest -> newest.getOrDefault(draft.key.achievement(), 0))
                .map(version -> builder.entity(DraftJson.view(draft, version))
                        .tag(String.valueOf(draft.revision))
                        .build());
    }

    private static ObjectNode list(List<Draft> found, Map<String, Integer> newest) {
        ObjectNode list = EventFormat.JSON.createObjectNode();
        ArrayNode achievements = list.putArray("achievements");
        for (Draft draft : found) {
            achievements.add(DraftJson.view(draft, newest.getOrDefault(draft.key.achievement(), 0)));
        }
        return list;
    }

    private static DraftJson.Sent read(byte[] body) throws JsonProcessingException {
        try {
            return DraftJson.read(body);
        } catch (MalformedEvent fault) {
            throw CatalogueProblems.malformed(fault, DraftJson.DEFINITION);
        }
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String digits = ifMatch.replace("\"", "");
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : Long.valueOf(-1);
    }
}
