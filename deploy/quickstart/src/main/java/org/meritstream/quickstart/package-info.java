/** The command line of the quickstart. */
@NullMarked
package org.meritstream.quickstart;

import org.jspecify.annotations.NullMarked;
