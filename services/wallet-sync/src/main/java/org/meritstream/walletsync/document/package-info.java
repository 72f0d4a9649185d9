/** The signed forms of each credential and learner record, copied from the log so that the learner can take them at any time. */
@NullMarked
package org.meritstream.walletsync.document;

import org.jspecify.annotations.NullMarked;
