/** The homes of keys, by one contract; the token of the tests is SoftHSM. */
@NullMarked
package org.meritstream.issuance.keys;

import org.jspecify.annotations.NullMarked;
