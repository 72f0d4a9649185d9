package org.meritstream.evidence.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * Whom a publication would reach, counted in persons.
 *
 * @param exact whether everybody was looked at; where time was up each number is at least so many
 * @param learners with anything known that the version looks at
 * @param met who meet it already
 * @param holding of these, who hold an award of an earlier version and get no second one
 * @param unknown of these, whom the roster does not know, so that they wait for it
 * @param conferred of these, who would be awarded at once
 * @param approval of these, who would wait for a registrar
 * @param dated of these, who would wait for the achievement's date
 * @param sample opaque ids of some who would be awarded or wait, the first by id
 */
record Foreseen(
        boolean exact,
        int learners,
        int met,
        int holding,
        int unknown,
        int conferred,
        int approval,
        int dated,
        List<UUID> sample) {

    /** What a version reaches that looks ahead only. */
    static final Foreseen NOBODY = new Foreseen(true, 0, 0, 0, 0, 0, 0, 0, List.of());
}
