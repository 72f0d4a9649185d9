/** Copies of published achievements. */
@NullMarked
package org.meritstream.issuance.achievement;

import org.jspecify.annotations.NullMarked;
