package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meritstream.events.Message;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.moves.BeginMoveDecision.Beginning;
import org.meritstream.evidence.moves.BeginMoveDecision.Shown;
import org.meritstream.log.Inbound;

/** Staff move learners to a later version: it is answered as soon as it has begun. */
public final class OnMoveLearners {
    private OnMoveLearners() {}

    public static List<Message> begin(Desk desk, MoveLearners asked, Inbound event) {
        Beginning beginning =
                BeginMoveDecision.decide(asked, shown(desk, asked), UUID.fromString(event.id()), event.time());
        if (beginning instanceof Beginning.Begin begin) {
            return begin(desk, begin.move(), event);
        }
        desk.answer(new Answer.Refused(event, MoveProblems.of(beginning)));
        return List.of();
    }

    private static List<Message> begin(Desk desk, Move move, Inbound event) {
        desk.moves().begin(move);
        desk.answer(new Answer.Done(event, move.address()));
        List<Message> emitted = new ArrayList<>();
        Part.of(move).forEach(part -> emitted.add(Chain.goOn(desk, part, event)));
        return emitted;
    }

    private static Shown shown(Desk desk, MoveLearners asked) {
        Set<Integer> published = desk.shelf().versions(asked.tenant(), asked.achievement()).stream()
                .map(Version::published)
                .map(version -> version.version())
                .collect(Collectors.toSet());
        Set<Integer> retired = published.stream()
                .filter(version -> desk.shelf().retiredAt(key(asked, version)) != null)
                .collect(Collectors.toSet());
        return new Shown(published, retired, desk.moves().underWay(key(asked, asked.from())));
    }

    private static AchievementKey key(MoveLearners asked, int version) {
        return new AchievementKey(asked.tenant(), asked.achievement(), version);
    }
}
