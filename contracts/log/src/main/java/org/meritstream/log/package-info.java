/**
 * The consume-store-emit loop: exactly once between services, whatever is killed.
 *
 * <p>A service gives a {@link org.meritstream.log.Work}: what a batch needs from its store, and what it decides. A
 * {@link org.meritstream.log.Journal} stores the effects and one handled row per event in one transaction.
 * {@link org.meritstream.log.Turns} tells a redelivery from a duplicate, {@link org.meritstream.log.Halving} finds the record at fault,
 * and {@link org.meritstream.log.Loop} commits what was emitted and what was consumed in one Kafka transaction.
 *
 * <p>Time is an event too: what a turn sets as a {@link org.meritstream.log.Timer} is appended by {@link org.meritstream.log.Timekeeper}
 * when it falls due, and decided like anything else.
 */
@NullMarked
package org.meritstream.log;

import org.jspecify.annotations.NullMarked;
