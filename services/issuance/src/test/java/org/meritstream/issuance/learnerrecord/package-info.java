/** Learner records. */
@NullMarked
package org.meritstream.issuance.learnerrecord;

import org.jspecify.annotations.NullMarked;
