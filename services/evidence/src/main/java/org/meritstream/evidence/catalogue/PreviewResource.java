package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Caller;

/** What publishing the draft as it is now would do. Nothing is changed. */
@Path("/api/achievements/{id}/versions/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"designer", "registrar", "auditor", "admin"})
public class PreviewResource {
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 60;

    private final Drafts drafts;
    private final PublishedAchievements published;
    private final Foresight foresight;
    private final Caller caller;

    PreviewResource(Drafts drafts, PublishedAchievements published, Foresight foresight, Caller caller) {
        this.drafts = drafts;
        this.published = published;
        this.foresight = foresight;
        this.caller = caller;
    }

    /** What is asked, and until when it may be looked at. */
    private record Asked(Draft draft, @Nullable Boolean retroactive, BooleanSupplier timeIsUp, Words words) {}

    @POST
    public Uni<Response> preview(
            @PathParam("id") String id,
            @QueryParam("seconds") @Nullable String seconds,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String ranges,
            byte[] body)
            throws JsonProcessingException {
        Draft.Key key = Draft.Key.of(caller.tenant(), id);
        Boolean retroactive = DraftJson.retroactive(body);
        BooleanSupplier timeIsUp = timeIsUp(seconds);
        Words words = Words.forReader(lang, ranges);
        return drafts.find(key)
                .onItem()
                .ifNull()
                .failWith(CatalogueProblems::unknown)
                .chain(draft -> newest(key)
                        // Judging a hundred thousand learners is no work for the event loop.
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(newest -> preview(new Asked(draft, retroactive, timeIsUp, words), newest)))
                .map(view -> Response.ok(view)
                        .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                        .build());
    }

    private Uni<@Nullable AchievementPublished> newest(Draft.Key key) {
        return published
                .newest(key.tenant(), key.achievement())
                .chain(newest -> newest == null
                        ? Uni.createFrom().nullItem()
                        : published.version(new AchievementKey(key.tenant(), key.achievement(), newest)));
    }

    private PreviewView preview(Asked asked, @Nullable AchievementPublished newest) {
        Draft.Key key = asked.draft().key;
        int last = newest == null ? 0 : newest.version();
        Instant now = Instant.now();
        PublishAchievement command = new PublishAchievement(
                key.tenant(), key.achievement(), last + 1, DraftJson.definition(asked.draft()), asked.retroactive());
        List<Phrase> changes = changes(newest, command);
        return switch (PublishDecision.decide(command, last, foresight.surroundings(command), now)) {
            case Publication.Publish publish ->
                view(command, List.of(), changes, reach(publish.version(), asked, now), asked);
            case Publication.Faulty faulty -> view(command, faulty.faults(), changes, null, asked);
            case Publication.NotNext notNext -> throw new IllegalStateException("The next version was asked for");
        };
    }

    private PreviewView.Reach reach(AchievementPublished version, Asked asked, Instant now) {
        boolean ahead = Boolean.FALSE.equals(asked.retroactive());
        Foreseen foreseen = ahead ? Foreseen.NOBODY : foresight.look(version, now, asked.timeIsUp());
        return new PreviewView.Reach(
                foreseen.exact(),
                foreseen.learners(),
                foreseen.met(),
                foreseen.holding(),
                foreseen.unknown(),
                foreseen.conferred(),
                foreseen.approval(),
                foreseen.dated(),
                foreseen.sample(),
                Explained.sentences(said(foreseen, ahead), asked.words()));
    }

    private static PreviewView view(
            PublishAchievement command,
            List<PublishDecision.Fault> faults,
            List<Phrase> changes,
            PreviewView.@Nullable Reach reach,
            Asked asked) {
        return new PreviewView(
                command.achievement(),
                command.version(),
                !Boolean.FALSE.equals(asked.retroactive()),
                faults.stream()
                        .map(fault -> new PreviewView.Fault(fault.pointer(), fault.detail()))
                        .toList(),
                asked.words().language(),
                Explained.sentences(changes, asked.words()),
                reach);
    }

    private static List<Phrase> changes(@Nullable AchievementPublished newest, PublishAchievement command) {
        if (newest == null) {
            return List.of(Phrase.of("change.first"));
        }
        List<Phrase> changes = VersionChanges.of(newest.definition(), command.definition());
        return changes.isEmpty()
                ? List.of(Phrase.of("change.none", "version", String.valueOf(newest.version())))
                : changes;
    }

    private static List<Phrase> said(Foreseen foreseen, boolean ahead) {
        if (ahead) {
            return List.of(Phrase.of("preview.ahead"));
        }
        List<Phrase> said = new ArrayList<>();
        if (!foreseen.exact()) {
            said.add(Phrase.of("preview.at-least"));
        }
        said.add(counted("preview.learners", foreseen.learners()));
        said.add(counted("preview.met", foreseen.met()));
        said.add(counted("preview.holding", foreseen.holding()));
        said.add(counted("preview.unknown", foreseen.unknown()));
        said.add(counted("preview.conferred", foreseen.conferred()));
        said.add(counted("preview.approval", foreseen.approval()));
        said.add(counted("preview.dated", foreseen.dated()));
        said.removeIf(phrase -> "0".equals(phrase.args().get("count"))
                && !phrase.key().equals("preview.learners")
                && !phrase.key().equals("preview.met"));
        return List.copyOf(said);
    }

    private static Phrase counted(String key, int count) {
        return Phrase.of(key, "count", String.valueOf(count));
    }

    private static BooleanSupplier timeIsUp(@Nullable String seconds) {
        if (seconds != null && !seconds.matches("[0-9]{1,2}")) {
            throw CatalogueProblems.malformedSeconds(MOST_SECONDS);
        }
        int given = seconds == null ? USUAL_SECONDS : Integer.parseInt(seconds);
        if (given > MOST_SECONDS) {
            throw CatalogueProblems.malformedSeconds(MOST_SECONDS);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(given);
        return () -> System.nanoTime() - end >= 0;
    }
}
