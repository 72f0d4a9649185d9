package org.meritstream.events;

/**
 * One thing to show, with one rule.
 *
 * @param id unique within the achievement version (a slug)
 * @param name short, for lists
 * @param narrative what the learner has to show, in words
 */
public record Criterion(String id, String name, String narrative, Rule rule) {
    public Criterion {
        Limits.present("id", id);
    }
}
