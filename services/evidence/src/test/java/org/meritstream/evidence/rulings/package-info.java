@NullMarked
package org.meritstream.evidence.rulings;

import org.jspecify.annotations.NullMarked;
