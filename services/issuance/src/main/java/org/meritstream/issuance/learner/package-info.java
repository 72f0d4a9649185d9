/** Copies of what is known of learners: the name a credential is made out to. */
@NullMarked
package org.meritstream.issuance.learner;

import org.jspecify.annotations.NullMarked;
