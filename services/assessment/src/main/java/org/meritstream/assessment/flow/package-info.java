/** The service's share of the loop: deliveries and roster in, results and links out; and its configuration. */
@NullMarked
package org.meritstream.assessment.flow;

import org.jspecify.annotations.NullMarked;
