/**
 * Endorsements: what an issuer here says in public of another, or of a version of an achievement (Open Badges 3.0, EndorsementCredential). A
 * registrar asks for them; they are recorded, checked and signed like credentials, and have entries in the same status lists.
 */
@NullMarked
package org.meritstream.issuance.endorsement;

import org.jspecify.annotations.NullMarked;
