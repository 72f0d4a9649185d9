/**
 * xAPI 1.0.3 statements as Moodle's logstore_xapi plugin sends them: one statement in, one {@link
 * org.meritstream.assessment.reading.Reading} out; and the rules by which a statement is really invalid. Pure.
 */
@NullMarked
package org.meritstream.assessment.moodle;

import org.jspecify.annotations.NullMarked;
