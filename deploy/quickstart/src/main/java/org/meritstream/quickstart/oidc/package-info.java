/**
 * An OpenID issuer for development: it signs staff tokens for whoever may read the data directory. Services refuse to start with it
 * outside the quickstart and tests.
 */
@NullMarked
package org.meritstream.quickstart.oidc;

import org.jspecify.annotations.NullMarked;
