/**
 * What may be earned: drafts, published versions that never change, and their public documents.
 */
@NullMarked
package org.meritstream.evidence.catalogue;

import org.jspecify.annotations.NullMarked;
