/** Tests of what a restored store takes back. */
@NullMarked
package org.meritstream.issuance.adoption;

import org.jspecify.annotations.NullMarked;
