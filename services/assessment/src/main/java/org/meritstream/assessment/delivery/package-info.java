/** Deliveries: what became of each event that a sender delivered, stored once and shown with its reason. */
@NullMarked
package org.meritstream.assessment.delivery;

import org.jspecify.annotations.NullMarked;
