/** What the tests of this service share. */
@NullMarked
package org.meritstream.issuance;

import org.jspecify.annotations.NullMarked;
