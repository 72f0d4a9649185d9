/**
 * Selective disclosure: tokens whose holder shows of them what they want (SD-JWT, RFC 9901). What is hidden is signed as a digest; what is shown comes
 * along as the text that has this digest. Knows no credential ({@code docs/adr/0039-a-token-that-discloses-parts-of-itself.md}).
 */
@NullMarked
package org.meritstream.issuance.disclosure;

import org.jspecify.annotations.NullMarked;
