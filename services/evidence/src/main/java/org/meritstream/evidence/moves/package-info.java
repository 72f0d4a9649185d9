/**
 * Moves the learners who are under way by one version of an achievement to a later one: previewed, then worked off slice by slice through the
 * log. That somebody was moved is a fact like any other ({@link org.meritstream.events.Moved}): what is known stays known, the later version
 * is what it is judged by from then on. Whoever was ever awarded the achievement stays where they are.
 */
@NullMarked
package org.meritstream.evidence.moves;

import org.jspecify.annotations.NullMarked;
