/** Tests. */
@NullMarked
package org.meritstream.quickstart.launcher;

import org.jspecify.annotations.NullMarked;
