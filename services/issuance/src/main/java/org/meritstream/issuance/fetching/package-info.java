/**
 * Reading what others publish, at addresses that strangers name: never at an address inside a network, never for long, never much
 * ({@code docs/adr/0032-one-verifier.md}).
 */
@NullMarked
package org.meritstream.issuance.fetching;

import org.jspecify.annotations.NullMarked;
