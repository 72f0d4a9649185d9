/**
 * What learners hand in: uploads, links, submissions to a platform. What is private of it stays with this service; that it was handed in, and
 * under which digest, is a fact. A resubmission is decided by the terms that judge it.
 */
@NullMarked
package org.meritstream.evidence.artifacts;

import org.jspecify.annotations.NullMarked;
