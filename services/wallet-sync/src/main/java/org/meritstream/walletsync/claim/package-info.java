/**
 * The claim page: a single-use link lets a learner collect a credential without an account, and look after it in this browser.
 *
 * <p>A link and a session are secrets: the store holds their SHA-256 only, and no log line names them. Opening a link changes nothing
 * (mail scanners open links); only the button does.
 */
@NullMarked
package org.meritstream.walletsync.claim;

import org.jspecify.annotations.NullMarked;
