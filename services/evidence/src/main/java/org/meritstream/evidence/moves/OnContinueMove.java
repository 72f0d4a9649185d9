package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ContinueMove;
import org.meritstream.events.Message;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.moves.ContinueMoveDecision.Step;
import org.meritstream.log.Inbound;

/**
 * The next slice of a part: each learner of it is moved by a fact, judged by the later version, and what follows is settled. All of a slice is
 * loaded, stored and told together.
 */
public final class OnContinueMove {
    private OnContinueMove() {}

    public static List<Message> proceed(Desk desk, ContinueMove asked, Inbound event) {
        Slice next = desk.moves().next(asked);
        return switch (ContinueMoveDecision.decide(next, asked.slice(), isRetired(desk, next))) {
            case Step.Take take -> take(desk, take.slice(), event);
            case Step.Stop stop -> {
                desk.moves().put(stop.part());
                Chain.end(desk, stop.part());
                yield List.of();
            }
            case Step.Nothing nothing -> List.of();
        };
    }

    private static boolean isRetired(Desk desk, @Nullable Slice slice) {
        return slice != null && desk.shelf().retiredAt(slice.part().move().target()) != null;
    }

    private static List<Message> take(Desk desk, Slice slice, Inbound event) {
        Move move = slice.part().move();
        List<Message> emitted = new ArrayList<>();
        Counts counts = slice.part().counts();
        for (UUID id : slice.learners()) {
            LearnerKey person = new LearnerKey(move.from().tenant(), id);
            Dossier before = desk.folders().find(person, move.from());
            if (before == null) {
                continue;
            }
            if (!desk.ledger().of(person, move.from().achievement()).isEmpty()) {
                counts = counts.stayed(1);
                continue;
            }
            emitted.addAll(MoveOn.file(desk, move, person, event));
            counts = counts.moved(effect(desk, move, before));
        }
        goOn(desk, slice.part().took(slice, counts), event).ifPresent(emitted::add);
        return emitted;
    }

    private static Optional<Message> goOn(Desk desk, Part part, Inbound event) {
        desk.moves().put(part);
        if (part.state() == Part.State.UNDER_WAY) {
            return Optional.of(Chain.goOn(desk, part, event));
        }
        Chain.end(desk, part);
        return Optional.empty();
    }

    /** Where they were moved on at once, because others were moved from that version as well, the version they came to counts. */
    private static Effect effect(Desk desk, Move move, Dossier before) {
        Dossier after = desk.folders().of(before.learner(), move.from().achievement()).stream()
                .filter(dossier -> dossier.achievement().version() >= move.to())
                .min(Comparator.comparingInt(dossier -> dossier.achievement().version()))
                .orElseThrow();
        return EffectDecision.decide(Standing.of(before), Standing.of(after));
    }
}
