/** The pages of those who teach and review. */
@NullMarked
package org.meritstream.evidence.teach;

import org.jspecify.annotations.NullMarked;
