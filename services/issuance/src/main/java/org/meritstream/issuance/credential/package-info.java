/**
 * Credentials: building an Open Badges 3.0 AchievementCredential, checking it against the official schema, what became of it, its public
 * page and its API.
 */
@NullMarked
package org.meritstream.issuance.credential;

import org.jspecify.annotations.NullMarked;
