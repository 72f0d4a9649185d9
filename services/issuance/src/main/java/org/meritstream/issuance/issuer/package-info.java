/** Who issues: the issuer of a tenant, its {@code did:web} document and its Open Badges Profile. */
@NullMarked
package org.meritstream.issuance.issuer;

import org.jspecify.annotations.NullMarked;
