/**
 * What is known of learners: normalised results and withdrawals, each kept once, for every later judgement.
 */
@NullMarked
package org.meritstream.evidence.facts;

import org.jspecify.annotations.NullMarked;
