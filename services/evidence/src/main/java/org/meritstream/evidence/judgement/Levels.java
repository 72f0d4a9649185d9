package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Rubric;
import org.meritstream.events.Score;

/**
 * The levels of a criterion's rubric, by their rank from 0.
 *
 * @param least the rank that is required; -1 where the rubric has no such level
 */
record Levels(List<Rubric.Level> levels, int least) {

    /** By the points they rest on, those without before those with. */
    static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Levels::points, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Levels of(@Nullable Rubric rubric, String required) {
        return rubric == null
                ? new Levels(List.of(), -1)
                : new Levels(rubric.levels(), rubric.rank(required).orElse(-1));
    }

    private static @Nullable BigDecimal points(Finding finding) {
        Score mark = finding.mark();
        return mark == null ? null : mark.raw();
    }

    /** Whether the level that is required is a level of the rubric; what is published is so. */
    boolean areKnown() {
        return least >= 0;
    }

    boolean suffices(int rank) {
        return rank >= least;
    }

    /** The rank of a level, or -1 where there is none of that id. */
    int rank(@Nullable String id) {
        for (int i = 0; i < levels.size(); i++) {
            if (Objects.equals(levels.get(i).id(), id)) {
                return i;
            }
        }
        return -1;
    }

    /** The rank that so many points reach; -1 below the lowest level. */
    int reachedBy(BigDecimal points) {
        int reached = -1;
        for (int i = 0; i < levels.size(); i++) {
            reached = points.compareTo(levels.get(i).points()) >= 0 ? i : reached;
        }
        return reached;
    }

    @Nullable
    String id(int rank) {
        return rank < 0 ? null : levels.get(rank).id();
    }

    String name(int rank) {
        return rank < 0 ? "–" : levels.get(rank).name();
    }

    String required() {
        return name(least);
    }

    /** A level as a mark: its points, of those of the highest. */
    Score mark(int rank) {
        return new Score(levels.get(rank).points(), null, levels.getLast().points());
    }
}
