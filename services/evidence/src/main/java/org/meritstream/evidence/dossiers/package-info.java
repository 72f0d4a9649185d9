/**
 * How each learner stands in each achievement version, why, and the facts it rests on.
 */
@NullMarked
package org.meritstream.evidence.dossiers;

import org.jspecify.annotations.NullMarked;
