/** Tests. */
@NullMarked
package org.meritstream.quickstart.servers;

import org.jspecify.annotations.NullMarked;
