/**
 * What is known of learners: normalised results, withdrawals, credentials that are held and lost, each kept once, for every later judgement.
 */
@NullMarked
package org.meritstream.evidence.facts;

import org.jspecify.annotations.NullMarked;
