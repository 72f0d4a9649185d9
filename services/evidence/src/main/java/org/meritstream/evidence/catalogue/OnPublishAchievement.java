package org.meritstream.evidence.catalogue;

import java.util.List;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Message;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** A version is to be published from its draft. */
public final class OnPublishAchievement {
    private static final String SERVICE = "evidence";

    private OnPublishAchievement() {}

    public static List<Message> publish(Desk desk, PublishAchievement asked, Inbound event) {
        int last = desk.shelf().lastVersion(asked.tenant(), asked.achievement());
        return switch (PublishDecision.decide(asked, last, desk.shelf().surroundings(asked), event.time())) {
            case Publication.Publish publish -> publish(desk, publish.version(), event);
            case Publication.NotNext notNext -> refuse(desk, event, CatalogueProblems.notNext(notNext.next()));
            case Publication.Faulty faulty -> refuse(desk, event, CatalogueProblems.faulty(faulty.faults()));
        };
    }

    private static List<Message> publish(Desk desk, AchievementPublished version, Inbound event) {
        desk.shelf().publish(version);
        desk.answer(new Answer.Done(event, PublicAddress.path(AchievementKey.of(version))));
        String id = EventIds.of(
                "achievement.published", version.tenant(), version.achievement(), String.valueOf(version.version()));
        return List.of(Emission.of(SERVICE, event, id, version));
    }

    private static List<Message> refuse(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
