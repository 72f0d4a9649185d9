/** The service's share of the loop: what it reads, how a batch is folded, and its configuration. */
@NullMarked
package org.meritstream.issuance.flow;

import org.jspecify.annotations.NullMarked;
