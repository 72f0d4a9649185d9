/** Signed records of what a learner holds: asked for here, made by issuance. */
@NullMarked
package org.meritstream.walletsync.learnerrecord;

import org.jspecify.annotations.NullMarked;
