/**
 * What keeps an earned award from being conferred: holds on learners and achievements, and pauses of issuing.
 *
 * <p>A restraint on a learner is guarded by the learner's row like everything decided about somebody. One on everybody concerns learners in
 * every partition, so placing and lifting it moves the tenant's edition on: a turn that decided without it is decided again
 * ({@link org.meritstream.evidence.catalogue.Publications}). Once the command's outcome is there, no turn confers against it.
 */
@NullMarked
package org.meritstream.evidence.restraints;

import org.jspecify.annotations.NullMarked;
