@NullMarked
package org.meritstream.issuance.disclosure;

import org.jspecify.annotations.NullMarked;
