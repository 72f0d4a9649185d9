/** Tests of how a learner asks for a record. */
@NullMarked
package org.meritstream.walletsync.learnerrecord;

import org.jspecify.annotations.NullMarked;
