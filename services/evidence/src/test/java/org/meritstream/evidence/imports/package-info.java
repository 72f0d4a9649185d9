@NullMarked
package org.meritstream.evidence.imports;

import org.jspecify.annotations.NullMarked;
