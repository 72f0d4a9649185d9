/**
 * What people wrote beside what they did: reasons, feedback. It stays in this service and stands on no topic; a note bears the id of the
 * command it belongs to.
 */
@NullMarked
package org.meritstream.evidence.notes;

import org.jspecify.annotations.NullMarked;
