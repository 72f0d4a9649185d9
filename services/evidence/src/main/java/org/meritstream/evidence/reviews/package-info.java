/**
 * The review desk: which persons have to look at what, who took it on, and what they decided. What is wanted is derived after every
 * evaluation ({@link org.meritstream.evidence.reviews.QueueDecision}) and never queued by hand; who took a review on, and what is not sent
 * yet, is private to this service.
 */
@NullMarked
package org.meritstream.evidence.reviews;

import org.jspecify.annotations.NullMarked;
