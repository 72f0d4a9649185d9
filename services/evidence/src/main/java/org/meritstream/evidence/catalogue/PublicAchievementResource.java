package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.catalogue.PublishedAchievements.Found;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.ProblemException;

/** A published version for everybody: Open Badges 3.0 JSON for programs, a page for people, at one address. */
@Path("/achievements/{id}/{version:[1-9][0-9]{0,8}}")
@PermitAll
public class PublicAchievementResource {
    private static final String LD_JSON = "application/ld+json";

    /** A version never changes; what does is the notice of a newer one. */
    private static final String CACHING = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800";

    private final PublishedAchievements published;
    private final LogConfig config;

    PublicAchievementResource(PublishedAchievements published, LogConfig config) {
        this.published = published;
        this.config = config;
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance achievement(AchievementPage page);

        static native TemplateInstance noAchievement();
    }

    @GET
    @Produces({LD_JSON, MediaType.APPLICATION_JSON})
    public Uni<Response> document(
            @PathParam("id") String id, @PathParam("version") int version, @Context Request request) {
        return published
                .find(key(id, version))
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .map(found -> cached(bytes(found), request));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> page(@PathParam("id") String id, @PathParam("version") int version, @Context Request request) {
        return published
                .find(key(id, version))
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(found -> Templates.achievement(AchievementPage.of(found.version(), found.newest()))
                        .createUni())
                .map(html -> cached(html.getBytes(StandardCharsets.UTF_8), request))
                .onFailure(ProblemException.class)
                .recoverWithUni(PublicAchievementResource::missing);
    }

    private byte[] bytes(Found found) {
        try {
            return EventFormat.JSON.writeValueAsBytes(AchievementDocument.of(found.version(), config.publicUrl()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static Uni<Response> missing() {
        return Templates.noAchievement()
                .createUni()
                .map(html ->
                        Response.status(Response.Status.NOT_FOUND).entity(html).build());
    }

    /** Tenant and slug in one segment; neither holds a dot, so there is exactly one. */
    private static AchievementKey key(String id, int version) {
        String[] parts = id.split("\\.", -1);
        return parts.length == 2
                ? new AchievementKey(parts[0], parts[1], version)
                : new AchievementKey("", "", version);
    }

    private static Response cached(byte[] body, Request request) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(sha256(body), 0, 16));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
