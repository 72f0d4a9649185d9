/** Child processes that cannot outlive their parent, and what one needs to know before starting any: ports and processes. */
@NullMarked
package org.meritstream.quickstart.processes;

import org.jspecify.annotations.NullMarked;
