/** What is read from Open Badges of any version. */
@NullMarked
package org.meritstream.openbadges;

import org.jspecify.annotations.NullMarked;
