/**
 * Who is at the browser: people sign in to the pages at the university's identity provider (OpenID Connect Core 1.0, authorization code
 * with PKCE). The session is an encrypted cookie, so any replica answers any request; nothing of it is kept here. The APIs know no
 * session: they take a bearer token, and nothing else. Which learner the claims of either name is said here once.
 */
@NullMarked
package org.meritstream.evidence.signin;

import org.jspecify.annotations.NullMarked;
