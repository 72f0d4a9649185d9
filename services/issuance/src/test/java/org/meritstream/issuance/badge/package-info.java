@NullMarked
package org.meritstream.issuance.badge;

import org.jspecify.annotations.NullMarked;
