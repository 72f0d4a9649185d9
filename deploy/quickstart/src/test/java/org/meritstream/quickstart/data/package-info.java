/** Tests of the data directory. */
@NullMarked
package org.meritstream.quickstart.data;

import org.jspecify.annotations.NullMarked;
