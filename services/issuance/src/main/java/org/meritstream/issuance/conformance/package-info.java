/**
 * The part of the VC-API that the W3C's interoperability suites speak, for them alone: off unless asked for, with keys and issuers of its own that
 * live as long as the process ({@code docs/adr/0033-the-suites-have-a-door-of-their-own.md}). What it signs and verifies with is what the product does.
 */
@NullMarked
package org.meritstream.issuance.conformance;

import org.jspecify.annotations.NullMarked;
