@NullMarked
package org.meritstream.evidence.artifacts;

import org.jspecify.annotations.NullMarked;
