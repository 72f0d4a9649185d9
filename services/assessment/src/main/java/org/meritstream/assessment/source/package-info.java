/** Senders: their kind, their secrets, and by which identifier they join people. State private to this service, changed by the edge. */
@NullMarked
package org.meritstream.assessment.source;

import org.jspecify.annotations.NullMarked;
