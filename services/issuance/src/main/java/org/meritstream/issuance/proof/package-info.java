/**
 * How credentials are secured: Data Integrity proofs of several cryptosuites, compact JWS ({@code vc+jwt}) and, verified alone, COSE
 * ({@code vc+cose}); canonical forms, hashes, signatures and their verification. Pure: no clock, no network, no store; keys to verify with come through {@link org.meritstream.issuance.proof.KeyLookup}.
 */
@NullMarked
package org.meritstream.issuance.proof;

import org.jspecify.annotations.NullMarked;
