/**
 * What people decide about awards after they were conferred: a flagged award is kept or withdrawn, an award is withdrawn by a registrar, what
 * was withdrawn is restored. What a regrade does by itself is settled with everything else ({@link
 * org.meritstream.evidence.awards.SettleDecision}).
 */
@NullMarked
package org.meritstream.evidence.regrades;

import org.jspecify.annotations.NullMarked;
