/** Tests. */
@NullMarked
package org.meritstream.quickstart.oidc;

import org.jspecify.annotations.NullMarked;
