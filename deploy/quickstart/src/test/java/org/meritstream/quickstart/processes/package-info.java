/** Tests. */
@NullMarked
package org.meritstream.quickstart.processes;

import org.jspecify.annotations.NullMarked;
