/**
 * An achievement as Open Badges 3.0 says it: one form for the address that shows it and for every credential that rests on it. 1EdTech's
 * schema, to which both are held, lies among the resources.
 */
@NullMarked
package org.meritstream.openbadges;

import org.jspecify.annotations.NullMarked;
