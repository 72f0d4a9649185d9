package org.meritstream.evidence.learn;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.Submissions;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.pages.Reader;

/**
 * Shows a learner one achievement: how far it is, or, where nothing is known of the learner yet and it can be earned, what it asks for. What
 * is not there, or is somebody else's, looks the same.
 */
@ApplicationScoped
class ProgressPages {
    private final Visits visits;
    private final LearnerFiles files;
    private final PublishedAchievements published;
    private final Submissions submissions;
    private final AchievementNames names;

    ProgressPages(
            Visits visits,
            LearnerFiles files,
            PublishedAchievements published,
            Submissions submissions,
            AchievementNames names) {
        this.visits = visits;
        this.files = files;
        this.published = published;
        this.submissions = submissions;
        this.names = names;
    }

    @CheckedTemplate(basePath = "learn", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance progress(ProgressPage page);
    }

    /** Whose page of what. */
    record Visit(Reader reader, Visitor visitor, UUID learner, String achievement) {

        LearnerKey key() {
            return new LearnerKey(visitor.tenant(), learner);
        }

        Frame frame() {
            return Frame.of(reader, visitor);
        }
    }

    /**
     * The page.
     *
     * @param notice name of what is to be said of something just sent, or null
     * @param handed id of the work that was just handed in, or null
     */
    Uni<Response> show(Visit visit, @Nullable String notice, @Nullable UUID handed) {
        return page(visit, new ProgressPage.Sent(Notice.said(notice, visit.frame()), null, null, handed))
                .chain(page -> page == null
                        ? MessagePage.unknown(visit.reader()).answer()
                        : visits.answer(visit.reader(), Templates.progress(page)));
    }

    /** The page with an appeal that was sent and not taken. */
    Uni<Response> refused(Visit visit, Appeal.Refused appeal, int status) {
        return refused(visit, new ProgressPage.Sent(null, appeal, null, null), status);
    }

    /** The page with work that was sent and not handed in. */
    Uni<Response> refused(Visit visit, HandIn.Refused work, int status) {
        return refused(visit, new ProgressPage.Sent(null, null, work, null), status);
    }

    private Uni<Response> refused(Visit visit, ProgressPage.Sent sent, int status) {
        return page(visit, sent)
                .chain(page -> page == null
                        ? MessagePage.unknown(visit.reader()).answer()
                        : PageAnswer.of(status, Templates.progress(page)));
    }

    private Uni<@Nullable ProgressPage> page(Visit visit, ProgressPage.Sent sent) {
        return published
                .all(visit.key().tenant(), visit.achievement())
                .chain(versions -> versions.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : submissions
                                .of(
                                        visit.key(),
                                        visit.achievement(),
                                        versions,
                                        visit.frame().words())
                                .chain(standing -> page(visit, sent, versions.getLast(), standing)));
    }

    private Uni<@Nullable ProgressPage> page(
            Visit visit, ProgressPage.Sent sent, PublishedAchievements.Found newest, Submissions.Standing standing) {
        Instant now = Instant.now();
        return files.of(visit.key(), visit.achievement())
                .map(progress -> progress == null ? begun(visit, newest, standing, now) : progress)
                .chain(progress -> progress == null
                        ? Uni.createFrom().nullItem()
                        : named(visit, progress)
                                .chain(frame -> files.reviewed(visit.key(), progress.version(), now)
                                        .map(reviewed -> ProgressPage.of(
                                                frame,
                                                progress,
                                                reviewed,
                                                new Workbench(
                                                        progress.version(), standing, sent, frame.words(), now)))));
    }

    private Uni<Frame> named(Visit visit, Progress progress) {
        return names.askedFor(visit.key().tenant(), List.of(progress.version().definition()))
                .map(visit.frame()::calling);
    }

    private static @Nullable Progress begun(
            Visit visit, PublishedAchievements.Found newest, Submissions.Standing standing, Instant now) {
        return newest.retiredAt() == null
                ? Progress.begun(visit.key(), newest.version(), standing.about().facts(), now)
                : null;
    }
}
