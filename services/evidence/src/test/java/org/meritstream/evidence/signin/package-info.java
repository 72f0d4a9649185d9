/** Proves that one signs in to the pages by the identity provider, and to nothing else by it. */
@NullMarked
package org.meritstream.evidence.signin;

import org.jspecify.annotations.NullMarked;
