/**
 * The edge that senders reach: authenticate over the raw bytes, validate the shape, append the delivery to the log, answer as that sender
 * expects. Nothing else happens in the request, and a refused delivery leaves no trace but a counter.
 */
@NullMarked
package org.meritstream.assessment.intake;

import org.jspecify.annotations.NullMarked;
