/**
 * Questions about many awards at once: a turn takes up a slice, asks for each award by a command to its learner, and asks itself for the next
 * slice. The commands are stored with the turn and sent with it, so a crash neither loses any nor asks twice.
 */
@NullMarked
package org.meritstream.evidence.sweeps;

import org.jspecify.annotations.NullMarked;
