/**
 * Data Integrity proofs: canonical form, hash, signature and its verification (W3C Data Integrity 1.0, cryptosuite
 * {@code eddsa-rdfc-2022} of Data Integrity EdDSA Cryptosuites 1.0). Pure: no clock, no network, no store.
 */
@NullMarked
package org.meritstream.issuance.proof;

import org.jspecify.annotations.NullMarked;
