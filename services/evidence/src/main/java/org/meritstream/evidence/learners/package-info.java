/**
 * Who the facts are about: opaque ids, which of them are one person, and whether the roster knows that person. No names.
 */
@NullMarked
package org.meritstream.evidence.learners;

import org.jspecify.annotations.NullMarked;
