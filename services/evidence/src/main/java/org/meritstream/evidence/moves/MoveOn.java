package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.Moved;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/**
 * Moves a person by a fact. Whoever begins by a version that others were moved from is moved as they were, at once: a move has come past their
 * place in the order of ids, or will find nobody there (docs/adr/0037).
 */
public final class MoveOn {
    private MoveOn() {}

    /**
     * Moves on whoever has just begun, unless they were awarded the achievement by what they began with.
     *
     * @param opened versions that a dossier was opened by
     */
    public static List<Message> whoBegan(
            Desk desk, LearnerKey person, Collection<AchievementKey> opened, Inbound cause) {
        List<Message> emitted = new ArrayList<>();
        for (AchievementKey version : opened) {
            Move move = desk.moves().onwards(version);
            if (move != null
                    && desk.folders().find(person, version) != null
                    && desk.shelf().retiredAt(move.target()) == null
                    && desk.ledger().of(person, version.achievement()).isEmpty()) {
                emitted.addAll(file(desk, move, person, cause));
            }
        }
        return emitted;
    }

    /** The fact's id follows from the move and the person: however often it is decided, somebody is moved once. */
    static List<Message> file(Desk desk, Move move, LearnerKey person, Inbound cause) {
        String id = EventIds.of("moved", move.id().toString(), person.id().toString());
        Moved fact = new Moved(id, move.from().version(), move.to(), move.begunAt());
        FactFiled said = new FactFiled(person.tenant(), person.id(), move.from().achievement(), fact);
        return desk.file(Filed.of(said), List.of(move.from(), move.target()), cause);
    }
}
