package org.meritstream.events;

import org.jspecify.annotations.Nullable;

/**
 * One thing to show, with one rule.
 *
 * @param id unique within the achievement version (a slug)
 * @param name short, for lists
 * @param narrative what the learner has to show, in words
 * @param rubric how well it can be shown, or null where it is shown or not
 */
public record Criterion(
        String id,
        String name,
        String narrative,
        Rule rule,
        @Nullable Rubric rubric) {
    public Criterion {
        Limits.present("id", id);
    }
}
