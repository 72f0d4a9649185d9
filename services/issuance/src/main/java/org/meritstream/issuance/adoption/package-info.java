/** How a restored store takes back what this service signed and said before (docs/adr/0030): documents, status entries, revocations, successors. */
@NullMarked
package org.meritstream.issuance.adoption;

import org.jspecify.annotations.NullMarked;
