package org.meritstream.evidence.learn;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.pages.Reader;

/** The learner's page. */
@Path("/learn")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class LearnResource {
    private final Visits visits;
    private final LearnerFiles files;
    private final ProgressPages pages;
    private final AchievementNames names;

    LearnResource(Visits visits, LearnerFiles files, ProgressPages pages, AchievementNames names) {
        this.visits = visits;
        this.files = files;
        this.pages = pages;
        this.names = names;
    }

    @CheckedTemplate(basePath = "learn", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(OverviewPage page);
    }

    /** Every achievement that anything is known of. */
    @GET
    public Uni<Response> overview(@BeanParam Reader reader) {
        return visits.learning(
                reader,
                (visitor, learner) -> files.of(new LearnerKey(visitor.tenant(), learner))
                        .chain(all -> names.askedFor(visitor.tenant(), definitions(all))
                                .map(called -> OverviewPage.of(
                                        Frame.of(reader, visitor).calling(called), all)))
                        .chain(page -> visits.answer(reader, Templates.overview(page))));
    }

    private static List<Achievement> definitions(List<Progress> all) {
        return all.stream().map(progress -> progress.version().definition()).toList();
    }

    /** One achievement; {@code handed} names the work whose outcome is to be said, nonsense as good as nothing. */
    @GET
    @Path("achievements/{achievement}")
    public Uni<Response> progress(
            @PathParam("achievement") String achievement,
            @QueryParam("notice") @Nullable String notice,
            @QueryParam("handed") @Nullable String handed,
            @BeanParam Reader reader) {
        return visits.learning(
                reader,
                (visitor, learner) ->
                        pages.show(new ProgressPages.Visit(reader, visitor, learner, achievement), notice, id(handed)));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
