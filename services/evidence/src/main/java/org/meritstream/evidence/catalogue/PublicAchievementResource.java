package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.catalogue.PublishedAchievements.Found;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.ProblemException;

/** A published version for everybody: Open Badges 3.0 JSON for programs, a page for people, at one address. */
@Path("/achievements/{id}")
@PermitAll
public class PublicAchievementResource {
    private static final String LD_JSON = "application/ld+json";

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

        static native TemplateInstance noAchievement(NoAchievementPage page);
    }

    /** Leads to the newest version, which is what somebody means who names none. */
    @GET
    @Produces({MediaType.TEXT_HTML, LD_JSON, MediaType.APPLICATION_JSON})
    public Uni<Response> newest(
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String ranges,
            @Context HttpHeaders headers) {
        Words words = Words.forReader(lang, ranges);
        AchievementKey any = key(id, 0);
        Uni<Response> found = published
                .newest(any.tenant(), any.achievement())
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .map(version -> PublicAnswer.elsewhere(
                        PublicAddress.path(key(id, version)) + (lang == null ? "" : "?lang=" + words.language())));
        return headers.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals)
                ? found.onFailure(ProblemException.class).recoverWithUni(() -> missing(words))
                : found;
    }

    @GET
    @Path("{version:[1-9][0-9]{0,8}}")
    @Produces({LD_JSON, MediaType.APPLICATION_JSON})
    public Uni<Response> document(
            @PathParam("id") String id, @PathParam("version") int version, @Context Request request) {
        return published
                .find(key(id, version))
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .map(found -> PublicAnswer.document(bytes(found), request));
    }

    @GET
    @Path("{version:[1-9][0-9]{0,8}}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> page(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String ranges,
            @Context Request request) {
        Words words = Words.forReader(lang, ranges);
        return published
                .find(key(id, version))
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(found ->
                        Templates.achievement(AchievementPage.of(found, words)).createUni())
                .map(html -> PublicAnswer.page(html, words.language(), request))
                .onFailure(ProblemException.class)
                .recoverWithUni(() -> missing(words));
    }

    private byte[] bytes(Found found) {
        try {
            return EventFormat.JSON.writeValueAsBytes(AchievementDocument.of(found.version(), config.publicUrl()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static Uni<Response> missing(Words words) {
        return Templates.noAchievement(new NoAchievementPage(words))
                .createUni()
                .map(html -> Response.status(Response.Status.NOT_FOUND)
                        .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                        .entity(html)
                        .build());
    }

    /** Tenant and slug in one segment; neither holds a dot, so there is exactly one. */
    private static AchievementKey key(String id, int version) {
        String[] parts = id.split("\\.", -1);
        return parts.length == 2
                ? new AchievementKey(parts[0], parts[1], version)
                : new AchievementKey("", "", version);
    }
}
