package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The mark that met a criterion.
 *
 * @param level the level of the criterion's rubric, or null where it has none; the score is then its points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardResult(
        String criterion, Score score, @Nullable String level) {}
