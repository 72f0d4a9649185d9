package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ContinueMove;
import org.meritstream.evidence.catalogue.AchievementKey;

/** The moves of one turn: what was loaded, and what the turn makes of it. */
public final class MoveBook {

    /**
     * What was loaded.
     *
     * @param slices of the parts that are named
     * @param underWay moves that are not done, from the versions that are named
     * @param onwards the newest move from each version that somebody may begin by
     */
    public record Loaded(Collection<Slice> slices, Collection<Move> underWay, Collection<Move> onwards) {
        /** None. */
        public static final Loaded NOTHING = new Loaded(List.of(), List.of(), List.of());

        /** The same, and where those are moved who begin. */
        public Loaded with(Collection<Move> found) {
            return new Loaded(slices, underWay, found);
        }
    }

    /** A part by its name in commands. */
    private record Name(String tenant, UUID move, int part) {}

    private final Map<Name, Slice> slices = new HashMap<>();
    private final Set<Name> seenTo = new HashSet<>();
    private final Map<AchievementKey, Move> underWay = new HashMap<>();
    private final Map<AchievementKey, Move> onwards = new HashMap<>();
    private final List<Move> begun = new ArrayList<>();
    private final List<Part> changed = new ArrayList<>();

    public MoveBook(Loaded loaded) {
        loaded.slices().forEach(slice -> slices.put(name(slice.part()), slice));
        loaded.underWay().forEach(move -> underWay.put(move.from(), move));
        loaded.onwards().forEach(move -> onwards.put(move.from(), move));
    }

    /** The next slice of a part, or null where there is none, or where this turn has taken it: a turn takes one slice of a part. */
    @Nullable
    Slice next(ContinueMove asked) {
        Name name = new Name(asked.tenant(), asked.move(), asked.part());
        return seenTo.contains(name) ? null : slices.get(name);
    }

    /** The move from a version that is not done yet, or null. */
    @Nullable
    Move underWay(AchievementKey from) {
        return underWay.get(from);
    }

    /** The newest move from a version, done or not, or null where nobody was ever moved from it. */
    @Nullable
    Move onwards(AchievementKey from) {
        return onwards.get(from);
    }

    /** A move begins. */
    void begin(Move move) {
        begun.add(move);
        underWay.put(move.from(), move);
        onwards.put(move.from(), move);
    }

    /** A part went on. */
    void put(Part part) {
        seenTo.add(name(part));
        changed.add(part);
    }

    /** The tenants within which a move begins: whoever judges at the same moment has to know of it. */
    public Set<String> tenantsBegun() {
        return begun.stream().map(move -> move.from().tenant()).collect(Collectors.toSet());
    }

    /** What the turn begins. */
    public List<Move> begun() {
        return List.copyOf(begun);
    }

    /** The parts that went on in this turn, each once. */
    public List<Part> changed() {
        return List.copyOf(changed);
    }

    private static Name name(Part part) {
        return new Name(part.move().from().tenant(), part.move().id(), part.number());
    }
}
