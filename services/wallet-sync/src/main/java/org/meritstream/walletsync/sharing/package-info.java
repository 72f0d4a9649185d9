/** The learner decides who may see a credential at its public address. */
@NullMarked
package org.meritstream.walletsync.sharing;

import org.jspecify.annotations.NullMarked;
