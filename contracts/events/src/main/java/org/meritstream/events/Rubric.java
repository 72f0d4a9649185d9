package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well a criterion can be shown (Open Badges 3.0 ResultDescription of the type RubricCriterionLevel).
 *
 * @param levels from the lowest to the highest
 */
public record Rubric(List<Level> levels) {
    public Rubric {
        Limits.that(!levels.isEmpty(), "levels is empty");
    }

    /**
     * One level (Open Badges 3.0 RubricCriterionLevel).
     *
     * @param id unique within the rubric (a slug)
     * @param points the least points of this level, on the scale of whoever gives them
     */
    public record Level(
            String id,
            String name,
            @Nullable String description,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal points) {
        public Level {
            Limits.present("id", id);
            Limits.decimal("points", points);
        }
    }

    /** The place of a level among the levels, counted from 0; empty where there is none of that id. */
    public Optional<Integer> rank(String level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(level)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
