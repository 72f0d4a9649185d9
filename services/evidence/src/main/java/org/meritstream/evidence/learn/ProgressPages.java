package org.meritstream.evidence.learn;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.pages.Reader;

/** Shows a learner one achievement. Whether nothing is known of it or it is not there at all looks the same. */
@ApplicationScoped
class ProgressPages {
    private final Visits visits;
    private final LearnerFiles files;

    ProgressPages(Visits visits, LearnerFiles files) {
        this.visits = visits;
        this.files = files;
    }

    @CheckedTemplate(basePath = "learn", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance progress(ProgressPage page);
    }

    /** Whose page of what. */
    record Visit(Reader reader, Visitor visitor, UUID learner, String achievement) {}

    /**
     * The page.
     *
     * @param notice name of what is to be said of something just sent, or null
     */
    Uni<Response> show(Visit visit, @Nullable String notice) {
        Frame frame = Frame.of(visit.reader(), visit.visitor());
        return page(visit, frame, new ProgressPage.Sent(Notice.said(notice, frame), null))
                .chain(page -> page == null
                        ? MessagePage.unknown(visit.reader()).answer()
                        : visits.answer(visit.reader(), Templates.progress(page)));
    }

    /** The page with what was sent and not taken. */
    Uni<Response> refused(Visit visit, Appeal.Refused refused, int status) {
        Frame frame = Frame.of(visit.reader(), visit.visitor());
        return page(visit, frame, new ProgressPage.Sent(null, refused))
                .chain(page -> page == null
                        ? MessagePage.unknown(visit.reader()).answer()
                        : PageAnswer.of(status, Templates.progress(page)));
    }

    private Uni<@Nullable ProgressPage> page(Visit visit, Frame frame, ProgressPage.Sent sent) {
        LearnerKey learner = new LearnerKey(visit.visitor().tenant(), visit.learner());
        return files.of(learner, visit.achievement())
                .chain(progress -> progress == null
                        ? Uni.createFrom().nullItem()
                        : files.reviewed(learner, progress.version(), Instant.now())
                                .map(reviewed -> ProgressPage.of(frame, progress, reviewed, sent)));
    }
}
