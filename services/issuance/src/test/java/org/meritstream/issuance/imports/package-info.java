@NullMarked
package org.meritstream.issuance.imports;

import org.jspecify.annotations.NullMarked;
