/** The learner's name and language, copied from the roster for the pages they see. */
@NullMarked
package org.meritstream.walletsync.profile;

import org.jspecify.annotations.NullMarked;
